"""The colours of a picture outside the pages: tokens resolved, in a file of its own."""

from __future__ import annotations

import re
from math import cos, radians, sin

_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
_VAR = re.compile(r"var\((--[\w-]+)\)")
_BOTH = re.compile(r"light-dark\(((?:[^(),]|\([^()]*\))+),((?:[^(),]|\([^()]*\))+)\)")
_OKLCH = re.compile(r"oklch\(([\d.]+)%\s+([\d.]+)\s+([\d.]+)\s*\)")
_RULE = re.compile(r"^\s*(\.chart[\w\s.,>-]*?)\s*\{([^{}]*)\}", re.M)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_MOST_ROUNDS = 8


def paint(css: str, *, tokens: str, background: str = "--surface") -> tuple[str, str]:
    """Return the rules for charts with every token as a plain light colour, and the ground.

    Pictures leave the program in the light colours, which suit paper and other people's
    screens. Only flat rules whose selector begins with `.chart` are taken.

    Args:
        css: The style sheet that draws charts in the pages.
        tokens: The style sheets that define the tokens.
    """
    values: dict[str, str] = {}
    for name, value in _TOKEN.findall(_COMMENT.sub("", f"{tokens}\n{css}")):
        # The first counts: later ones are for more contrast, or for paper.
        values.setdefault(name, value)
    rules = [
        f"{selector.strip()} {{ {_plain(body.strip(), values)} }}"
        for selector, body in _RULE.findall(_COMMENT.sub("", css))
    ]
    return "\n".join(rules), _plain(f"var({background})", values)


def standalone(svg: str, *, css: str, background: str) -> str:
    """Return an SVG drawing as a file of its own, with its style and a ground inside."""
    head, end = re.match(r"\s*<svg[^>]*>", svg), "</svg>"
    if head is None:
        raise ValueError("This is no SVG drawing.")
    opening = head.group().strip()[:-1]
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', opening)
    size = f' width="{box[1]}" height="{box[2]}"' if box else ""
    return (
        f'{opening} xmlns="http://www.w3.org/2000/svg"{size}>'
        f"<style>{css}</style>"
        f'<rect width="100%" height="100%" fill="{background}"/>'
        f"{svg[head.end() : svg.rindex(end)]}{end}\n"
    )


def _plain(words: str, values: dict[str, str]) -> str:
    for _round in range(_MOST_ROUNDS):
        if "var(" not in words:
            break
        words = _VAR.sub(lambda found: values.get(found[1], "inherit"), words)
    words = _BOTH.sub(lambda found: found[1].strip(), words)
    return _OKLCH.sub(
        lambda found: srgb(float(found[1]) / 100, float(found[2]), float(found[3])),
        words,
    )


def srgb(lightness: float, chroma: float, hue: float) -> str:
    """Return an OKLCH colour as #rrggbb, cut to what sRGB can show.

    Args:
        lightness: 0..1.
        hue: In degrees.

    Source: Ottosson (2020), "A perceptual color space for image processing".
    """
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _gamma(part)):02x}" for part in linear)


def _gamma(part: float) -> float:
    part = min(1.0, max(0.0, part))
    if part <= 0.0031308:
        return 12.92 * part
    return float(1.055 * part ** (1 / 2.4) - 0.055)
