"""What `promoplan playbooks` does: list, show, new, path."""

from promoplan.cli.checking import checked
from promoplan.cli.running import words_of
from promoplan.cli.session import Session
from promoplan.cli.starting import find
from promoplan.errors import usage
from promoplan.exports.records import Texts, dump
from promoplan.library import shipped
from promoplan.library.load import load
from promoplan.library.template import SCHEMA, template
from promoplan.model.playbook import Playbook
from promoplan.workspace import files


def listing(session: Session, _name: str, as_json: bool) -> None:
    """Every shipped playbook in a line."""
    books = [load(path).playbook for name in shipped.names() if (path := shipped.path(name))]
    if as_json:
        texts = Texts(session.lang)
        session.write(dump({"playbooks": [_record(book, texts) for book in books]}))
        return
    from promoplan.views import books as view

    session.show(*view.listing(books, words_of(session)))


def _record(book: Playbook, texts: Texts) -> dict[str, object]:
    return {
        "name": book.playbook,
        "version": book.version,
        "title": texts.of(book.title),
        "usual_date": book.event.usual,
        "tasks": len(book.tasks),
        "phases": len(book.phases),
    }


def look(session: Session, name: str, as_json: bool) -> None:
    """One playbook: what it is for, what it asks, its anchors and phases."""
    loaded = checked(*find(name))
    if as_json:
        session.write(dump({"playbook": _record(loaded.playbook, Texts(session.lang))}))
        return
    from promoplan.views import books as view

    session.show(*view.detail(loaded.playbook, words_of(session)))


def new(session: Session, name: str, _as_json: bool) -> None:
    """A small playbook that works, to be changed, and what editors need for it; never over an existing file."""
    stem = name.removesuffix(".yaml")
    target = session.folder / f"{stem}.yaml"
    if target.exists():
        raise usage("file-exists", name=target.name)
    files.write(target, template(stem, session.lang).encode())
    wrote = f"{target.name}{_help_editors(session)}"
    session.show(
        session.say(f"已写好: {wrote}  改完试试:", f"Wrote {wrote}  Change it, then try:"),
        f"  promoplan validate {target.name}",
        f"  promoplan init {target.name} --date 2025-06-18 --dry-run",
    )


def _help_editors(session: Session) -> str:
    """Write the schema that a playbook's first line names beside it, unless it is there; what was written, in words."""
    from promoplan.library.schema import schema_text

    schema = session.folder / SCHEMA
    if schema.exists():
        return ""
    files.write(schema, schema_text().encode())
    return session.say(f", {SCHEMA} (编辑器提示用)", f", {SCHEMA} (for your editor)")


def where(session: Session, name: str, _as_json: bool) -> None:
    """The folder of the shipped playbooks, or one of their files."""
    session.write(f"{find(name)[0] if name else shipped.folder()}\n")
