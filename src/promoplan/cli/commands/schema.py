"""`promoplan schema`: the JSON Schema of the playbook format, for editors."""

import typer


def run(ctx: typer.Context) -> None:
    """打印剧本格式的 JSON Schema, 编辑器靠它提示 || Print the JSON Schema of the playbook format, for your editor"""
    from promoplan.library.schema import schema_text

    ctx.obj.write(schema_text())
