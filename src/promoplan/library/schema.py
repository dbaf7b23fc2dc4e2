"""The playbook format as JSON Schema, generated from the models."""

import json

from promoplan.model.playbook import Playbook


def schema_text() -> str:
    """The schema as it lies at `playbooks/playbook.schema.json`."""
    schema = Playbook.model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "promoplan playbook"}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
