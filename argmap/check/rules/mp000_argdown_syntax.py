"""A map that is no Argdown.

## What it does
Reports every place where the map's text breaks the rules of the Argdown language. They are found when the map is read;
while one is left, nothing else in the map is checked.

## Why
What cannot be read cannot be trusted: a relation that is indented wrongly would belong to another claim.

## Example
```text
[Fortress fell]: The fortress fell for want of food.
[Garrison starved]: The garrison had no bread.
```

## Use instead
```text
[Fortress fell]: The fortress fell for want of food.

[Garrison starved]: The garrison had no bread.
```

## Options
None.
"""

from argmap.check.rule import Rule

RULE = Rule(code="MP000", name="argdown-syntax", severity="error", doc=__doc__)
