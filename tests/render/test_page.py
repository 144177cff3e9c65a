"""The stand-alone file: what it holds, and that it loads nothing."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Citation, MapClaim, Source
from argmap.render import View, draw, picture_of, to_dot, to_html
from argmap.render import page as page_module
from argmap.render.views import page_pictures
from tests.render.maps import HARBOUR, VERDICT, tree
from tests.render.test_hostile import TEXTS


class _Reader(HTMLParser):
    """Collects elements, and the content of scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self.words: list[str] = []
        self._open: tuple[str, dict[str, str | None]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in ("script", "style") else None

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[0] == tag:
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.raw.append((*self._open, data))
        else:
            self.words.append(data)


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def _data(page: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(next(text for _, attributes, text in _read(page).raw if attributes.get("id") == "data"))


@pytest.fixture(scope="module")
def page(graphviz: None) -> str:  # noqa: ARG001 - skips where there is none
    return to_html(HARBOUR, VERDICT, draw(to_dot(HARBOUR, VERDICT), "svg").decode())


def test_it_loads_nothing(page: str) -> None:
    for tag, attributes in _read(page).elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "image", "use"}
        assert not {"src", "srcset", "action", "formaction", "style"} & set(attributes)
        assert (attributes.get("href") or "#").startswith("#")
        assert not [name for name in attributes if name.startswith("on")]
    assert not re.search(r"@import|url\(|https?://(?!www\.w3\.org/2000/svg)", page)


def test_its_policy_allows_its_own_script_and_style_only(page: str) -> None:
    reader = _read(page)
    policy = next(a["content"] for _, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy") or ""
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag, attributes, text in reader.raw:
        if attributes.get("type") != "application/json":
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{digest}'" in policy


def test_its_data_tell_the_whole_map(page: str) -> None:
    told = _data(page)
    assert [claim["id"] for claim in told["claims"]] == [f"claim-{index}" for index in range(len(HARBOUR.claims))]
    assert told["start"] == "claim-0"
    ledger = told["claims"][2]
    assert ledger["label"] == "stands"
    assert ledger["cites"] == [
        {"source": "source-1", "words": "Ledger of the harbour master, 2 May 1901"},
        {"source": "source-0", "words": "Quay and Mole 1921, 9-12"},
    ]
    assert told["relations"][4]["onto"] == "r1"
    assert told["claims"][4]["uncited"]
    assert told["sources"][0]["line"] == "Quay, Ada and Ben Mole. The Harbour Accounts. Leith: Pier Press, 1921."


def test_outline_and_handout_need_no_script(page: str) -> None:
    words = " ".join(_read(page).words)
    for claim in HARBOUR.claims:
        assert words.count(claim.id) >= 2
    links = {
        attributes["data-id"] for tag, attributes in _read(page).elements if tag == "a" and "data-id" in attributes
    }
    assert {"claim-0", "claim-6", "source-0", "source-1"} <= links


@pytest.mark.usefixtures("graphviz")
def test_a_large_map_is_an_overview_whose_sections_open() -> None:
    large = tree(200)
    page = picture_of(large, None, "html", view=View(), theme="light", say=print).decode()
    told = _data(page)
    assert [group["name"] for group in told["groups"]] == [f"Part {number}" for number in range(4)]
    assert told["groups"][1]["claims"][0] == "claim-50"
    reader = _read(page)
    assert [a["data-group"] for tag, a in reader.elements if tag == "template"] == ["0", "1", "2", "3"]
    ids = [a["id"] for _, a in reader.elements if "id" in a]
    assert "claim-199" in ids
    assert len([name for name in ids if name and name.startswith("claim-")]) == 200


@pytest.mark.usefixtures("graphviz")
def test_a_map_too_large_for_one_file_keeps_its_overview() -> None:
    shown = page_pictures(tree(2500), None, lambda dot: draw(dot, "svg"))
    assert len(shown.boxes) == 50
    assert shown.parts == ()
    page = to_html(tree(2500), None, shown.svg, boxes=shown.boxes)
    assert len(_data(page)["groups"]) == 50
    assert "<template" not in page


def test_where_nothing_could_be_drawn_the_file_holds_what_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(page_module, "drawer", lambda: "postMessage('</script>')")
    page = picture_of(tree(200), None, "html", view=View(), theme="light", say=print).decode()
    told = json.loads(page.partition('id="undrawn">')[2].partition("</script>")[0])
    assert [dot.startswith("digraph") for dot in told["dots"]] == [True] * 5
    assert told["drawer"] == "postMessage('</script>')"
    assert "'wasm-unsafe-eval'; worker-src blob:" in page
    part = picture_of(HARBOUR, None, "html", view=View(focus="War did it"), theme="light", say=print).decode()
    assert 'id="undrawn"' in part
    monkeypatch.setattr(page_module, "drawer", lambda: "")
    page = picture_of(HARBOUR, None, "html", view=View(), theme="light", say=print).decode()
    assert "wasm" not in page
    assert "Graphviz was not installed" in page


def test_without_a_picture_it_still_tells_all() -> None:
    page = to_html(HARBOUR, None, "")
    assert "Graphviz was not installed" in page
    assert len(_data(page)["claims"]) == len(HARBOUR.claims)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.text(max_size=40))
def test_hostile_text_comes_back_as_it_was_and_opens_no_element(one: str, other: str) -> None:
    claims = (
        MapClaim(id=one, text=other, section=(one,), citations=(Citation(source="s"), Citation(source=other))),
        MapClaim(id=f"{one}.", text="</script><script>alert(1)</script><!--<script>"),
    )
    argument_map = ArgumentMap(title=one, claims=claims, sources=(Source(id="s", type="book", title=other, note=one),))
    page = to_html(argument_map, None, "")
    told = _data(page)
    assert told["claims"][0]["text"] == other
    assert told["claims"][1]["text"] == claims[1].text
    plain = to_html(argument_map.model_copy(update={"title": "t", "claims": (), "sources": ()}), None, "")
    known = {tag for tag, _ in _read(plain).elements} | {"section", "h2", "li", "a", "span", "small", "ul", "b"}
    assert {tag for tag, _ in _read(page).elements} <= known
    assert page.count("<script") == plain.count("<script")
