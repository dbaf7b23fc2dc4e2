"""promoplan: a playbook and an event date become a dated, owned plan."""

__version__ = "0.1.0"
