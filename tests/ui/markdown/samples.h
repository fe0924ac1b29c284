#pragma once

#include <QString>

// Markdown as models write it, and as nobody should.
namespace samples {

/// Everything the view can show, once.
inline QString everything()
{
    return QStringLiteral(R"md(# A title with `code`

Use a **token bucket**: it *allows* short bursts, ~~never~~ long ones.
A second line, a [link](https://example.org/a "title") and <https://example.net>.

1. Keep a counter and a refill time per key.
2. Refill on read, **not** with a timer.
   - nested once
     - nested twice
   - again

   A second paragraph in the item.
3. Reject with `429`.

   ```sh
   curl -i http://127.0.0.1/
   ```
- [ ] open task
- [x] done task

| Algorithm | Burst | Memory |
|:----------|:-----:|-------:|
| Token bucket | yes | **2** numbers |
| Sliding log | no | 1 per `hit` |
| Counter | some | 2 |

```cpp
struct Bucket {
    double tokens = 1.0; // a comment

    bool take() { return tokens-- > 0; }
};
```

> A quote with *emphasis*
> - and a list
>
> > inside another

---

Energy is $E = m*c^2*k$ and \(a_i * b_i\), but $5 and $10 are prices.

$$
a_1 * b_1
- c_1 * d_1
$$

<div onclick="evil()">raw <b>HTML</b></div>

![a picture](https://example.org/p.png) and <b>inline</b> HTML.

    indented code

Setext
======

~~~
a fence of tildes with ``` inside
~~~
The end, 漢字 and 👩‍💻.)md");
}

inline QString list(int items)
{
    QString text;
    for (int i = 1; i <= items; ++i)
        text += QStringLiteral("%1. Item **%1** with `code` and some words to read.\n").arg(i);
    return text;
}

inline QString table(int rows)
{
    QString text = QStringLiteral("| Name | Count | Note |\n|---|--:|---|\n");
    for (int i = 1; i <= rows; ++i)
        text += QStringLiteral("| row %1 | %2 | a note with *words* |\n").arg(i).arg(i * 7);
    return text;
}

inline QString code(int lines)
{
    QString text = QStringLiteral("```cpp\n");
    for (int i = 0; i < lines; ++i)
        text += QStringLiteral("    int value%1 = compute(%1); // line\n").arg(i);
    return text + QStringLiteral("```\n");
}

} // namespace samples
