"""The data of promoplan, frozen: the playbook as written, the plan as dated, the campaign as decided."""
