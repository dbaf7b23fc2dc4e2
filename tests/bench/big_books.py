"""Playbooks of any size that look like real ones: bilingual, with checklists, needs and one task of each rule.

The tasks come in blocks of 20 items from 13 tasks, with a script for each block: the proportions of the shipped
playbooks, so that a benchmark's times are those of a real file, only more of it.
"""

BLOCK = 20
"""Items that the tasks of one block give on `EVENT`."""

EVENT = "2024-11-11"

HEAD = """\
# yaml-language-server: $schema=playbook.schema.json
format: 1
playbook: bench
version: 1.0
languages: [zh, en]
title: {zh: 大促演练, en: Sale rehearsal}
summary: {zh: 测速用的剧本，内容照真剧本的样子写, en: "A playbook to measure with, written like a real one"}
zone: Asia/Shanghai
event:
  title: {zh: 开卖日, en: Sale day}
  date: 11-11
  reference: 2024-11-11
sources:
  trade: {title: {zh: 行业通行做法, en: Common practice of the trade}}
anchors:
  registration: {title: {zh: 报名开始, en: Registration opens}, at: D-55}
  registration-close: {title: {zh: 报名截止, en: Registration closes}, at: D-48}
  presale:
    title: {zh: 预售付定金开始, en: Deposits open}
    at: D-28 20:00
    optional: true
    note: {zh: 没有预售的一年填 none, en: Set none in a year without presale}
inputs:
  sales_target: {type: money, title: {zh: 销售目标, en: Sales target}, default: 100000, unit: {zh: 元, en: CNY}, min: 1}
  conversion: {type: percent, title: {zh: 转化率, en: Conversion}, default: 4%}
  order_value: {type: money, title: {zh: 客单价, en: Order value}, default: 200, unit: {zh: 元, en: CNY}, min: 1}
  venue:
    type: choice
    title: {zh: 会场, en: Venue}
    default: open
    choices: {rts: {zh: 现货, en: Ready to ship}, open: {zh: 大市场, en: Open market}}
figures:
  visitors:
    title: {zh: 访客目标, en: Visitors needed}
    formula: sales_target / conversion / order_value
    unit: {zh: 人, en: visitors}
    round: up
blanks:
  shop: {zh: 店铺名, en: shop name}
  link: {zh: 短链, en: short link}
roles:
  ops: {zh: 运营, en: Operations}
  sales: {zh: 业务员, en: Sales}
  service: {zh: 客服, en: Customer service}
  design: {zh: 美工, en: Design}
  ads: {zh: 推广, en: Advertising}
  warehouse: {zh: 仓库, en: Warehouse}
boards:
  goods: {zh: 商品, en: Goods}
  pages: {zh: 页面, en: Pages}
  promo: {zh: 推广, en: Promotion}
  desk: {zh: 客服, en: Service desk}
segments:
  members:
    title: {zh: 会员, en: Members}
    who: {zh: 近一年下过单的客户, en: Customers with an order in the last year}
  cart:
    title: {zh: 加购客户, en: Cart adders}
    who: {zh: 加了购物车没下单的客户, en: Customers who added to the cart and have not ordered}
metrics:
  sales: {title: {zh: 成交额, en: Sales}, unit: {zh: 元, en: CNY}}
  funnel: {title: {zh: 转化漏斗, en: Funnel}}
phases:
  - id: prepare
    title: {zh: 筹备, en: Preparation}
    when: D-70..D-35
    goal: {zh: 货、图、话术都备好, en: "Goods, pictures and scripts ready"}
  - id: preheat
    title: {zh: 预热, en: Preheat}
    when: D-34..D-11
    goal: {zh: 攒收藏和加购, en: Collect favourites and carts}
  - id: climax
    title: {zh: 预热高潮, en: Climax}
    when: D-10..D-1
    goal: {zh: 通知到攒下的客户, en: Tell everyone gathered so far}
  - id: day
    title: {zh: 当天, en: The day}
    when: D
    goal: {zh: 冲到目标, en: Reach the target}
  - id: after
    title: {zh: 之后, en: After}
    when: D+1..
    goal: {zh: 发得出、答得上, en: Ship and answer}
redlines:
  fake-orders:
    title: {zh: 刷单, en: Fake orders}
    says: {zh: 先补一批单冲销量, en: Buy a batch of your own orders first}
    why: {zh: 虚构交易违法, en: Invented deals are unlawful}
    lawful: {zh: 选好品再卖, en: Choose goods that sell}
    instead: [goods-b1]
    phases: [day]
    source: trade
tasks:
"""

TASKS = """\
  - id: goods-b{n}
    title: {zh: 梳理第{n}组主推商品, en: Choose the lead products of group {n}}
    why: {zh: 流量、详情页和备货都围着主推款转, en: "Traffic, pages and stock all turn around them"}
    phase: prepare
    board: goods
    roles: [ops, warehouse]
    when: D-30wd
    effort: 2d
    tools: [{zh: 生意参谋, en: Sycm analytics}]
    checklist:
      - {zh: 主推款和引流款, en: Lead products and traffic products}
      - {zh: 利润款与搭配款, en: Profit products and bundles}
      - {zh: 库存够卖, en: Enough stock to sell}
    metrics: sales
    source: trade
  - id: poster-b{n}
    title: {zh: 第{n}组主图定稿, en: Finish the main image of group {n}}
    why: {zh: 十一放假前要交，节后没有时间改, en: "Due before the National Day break, no time is left after it"}
    phase: prepare
    board: pages
    roles: design
    when: D-41
    roll: back
    effort: 1d
    needs: [goods-b{n}]
    checklist:
      - {zh: 活动价和日常价都标清楚, en: Event price and everyday price both clear}
      - {zh: 手机上看得清, en: Legible on a phone}
    source: trade
  - id: scripts-b{n}
    title: {zh: 写第{n}组快捷话术, en: Write the quick replies of group {n}}
    why: {zh: 单量一大，只有标准答法才答得快, en: "Under load only standard answers are quick"}
    phase: prepare
    board: desk
    roles: [service, sales]
    when: after goods-b{n} +2d
    roll: forward
    effort: 4h
    needs: [goods-b{n}]
    tools: [{zh: 共享表格, en: Shared sheet}]
    checklist:
      - {zh: 快递和发货时效, en: Courier and dispatch time}
      - {zh: 发票, en: Invoice}
      - {zh: 退换货, en: Returns and exchanges}
      - {zh: 优惠券与活动规则, en: Coupons and offers}
    source: trade
  - id: register-b{n}
    title: {zh: 报名第{n}批商品, en: Register batch {n} of the goods}
    phase: prepare
    board: goods
    roles: ops
    when: registration..registration-close
    effort: 1d
    tools: [{zh: 招商报名后台, en: Registration back end}]
    checklist:
      - {zh: 查商家资格与服务分, en: Check the shop's eligibility and service score}
      - {zh: 分批填商品，预售与现货分开, en: "Enter goods in their batches, presale and stock apart"}
      - {zh: 核对活动价与发货时限, en: Check event price and dispatch limit}
    note: {zh: 有的年份分批报，逐项核对截止时间, en: Some years register in batches; check each deadline}
    source: trade
  - id: deposit-b{n}
    title: {zh: 提醒第{n}组客户付定金, en: Remind customer group {n} of the deposit}
    phase: preheat
    board: desk
    roles: sales
    when: presale+1h
    if: presale
    effort: 1h
    segments: [members]
    scripts: [notice-b{n}]
    source: trade
  - id: follow-b{n}
    title: {zh: 回访第{n}组会员, en: Call on member group {n}}
    why: {zh: 每周问一次，需求变了就换品推, en: "Ask once a week and change the offer with the need"}
    phase: preheat
    board: desk
    roles: [sales, service]
    when: {every: mon, in: preheat}
    segments: [members, cart]
    amounts:
      - {title: {zh: 人数, en: People}, value: 20, to: 30, unit: {zh: 人, en: people}}
    source: trade
  - id: push-b{n}
    title: {zh: "推送第{n}组 [预热] 消息", en: "Send the [preheat] push to group {n}"}
    why: {zh: 最后一波落在前夜八点，客户正有空, en: "The last one falls at eight on the eve, when customers have time"}
    phase: climax
    board: promo
    roles: ads
    when: {waves: 3, gap: 3-4d, last: D-1 20:00}
    segments: [cart]
    amounts:
      - {title: {zh: 人数, en: People}, ramp: [100, 300], unit: {zh: 人, en: people}}
    metrics: funnel
    source: trade
  - id: market-b{n}
    title: {zh: 守第{n}组买家的上班时间, en: Watch the office hours of buyer group {n}}
    phase: climax
    board: desk
    roles: sales
    when: {every: day, in: D-2..D-1, hours: "09:00-12:00 America/Los_Angeles"}
    source: trade
  - id: budget-b{n}
    title: {zh: 查第{n}个推广计划的花费, en: Check the spend of ad plan {n}}
    phase: climax
    board: promo
    roles: [ads, ops]
    when: {every: 4d, in: climax}
    checklist:
      - {zh: 超支的先停, en: Stop what is over budget}
      - {zh: 好的加预算, en: Raise what pays}
    metrics: [sales, funnel]
    source: trade
  - id: coupon-b{n}
    title: {zh: 设第{n}张优惠券, en: Set up coupon {n}}
    phase: climax
    board: promo
    roles: ops
    when:
      - {if: venue == rts, then: D-8}
      - D-9..D-7
    effort: 2h
    needs: [register-b{n}]
    checklist:
      - {zh: 面额、门槛和起止时间, en: "Value, minimum spend, start and end"}
      - {zh: 用小号领一张试下单, en: Claim one with a test account and try an order}
      - {zh: 和活动价叠加后不亏, en: No loss on top of the event price}
    avoids: fake-orders
    source: trade
  - id: page-b{n}
    title: {zh: 第{n}个会场页挂活动标, en: Put the event tag on venue page {n}}
    phase: climax
    board: pages
    roles: [design, ops]
    when: D-6 00:00..D-1 21:00
    needs: [poster-b{n}, coupon-b{n}]
    source: trade
  - id: unpaid-b{n}
    kind: standing
    title: {zh: 催付第{n}组订单, en: Remind the unpaid orders of group {n}}
    phase: day
    board: desk
    roles: service
    trigger: {zh: 下单一小时未付款, en: An order is unpaid for an hour}
    within: 1h
    source: trade
  - id: thank-b{n}
    title: {zh: 致谢第{n}组客户, en: Thank customer group {n}}
    phase: after
    board: desk
    roles: [sales, service]
    when: D+3..D+5
    effort: 1d
    segments: [members]
    checklist:
      - {zh: 先问收到没有, en: Ask first whether it arrived}
      - {zh: 有问题的转售后, en: Pass problems to after-sales}
    source: trade
"""

SCRIPT = """\
  notice-b{n}:
    title: {zh: 第{n}组付定金通知, en: Deposit notice of group {n}}
    phase: preheat
    channel: {zh: 群消息, en: Group message}
    segments: [members]
    text:
      zh: "【{shop}】{event}{event_date}开始，{presale}起付定金：{link}"
      en: "[{shop}] {event} starts on {event_date}, deposits open {presale}: {link}"
"""


def text(items: int) -> str:
    """A playbook whose plan on `EVENT` has that many items, a multiple of `BLOCK`."""
    numbers = [str(number) for number in range(1, items // BLOCK + 1)]
    tasks = (TASKS.replace("{n}", number) for number in numbers)
    scripts = (SCRIPT.replace("{n}", number) for number in numbers)
    return "".join((HEAD, *tasks, "scripts:\n", *scripts))
