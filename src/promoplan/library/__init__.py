"""YAML text → Playbook: strict reading, positions, faults as values, and the shipped playbooks."""
