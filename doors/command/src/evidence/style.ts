/** The look of the report: black on white, A4, numbered pages; nothing is loaded, so the fonts are those of the machine. */
export const STYLE = `
@page { size: A4; margin: 15mm 16mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #333; } }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 176mm; padding: 8mm; background: #fff; color: #000; font: 10.5pt/1.5 "Hiragino Sans", "Yu Gothic", Meiryo, "Noto Sans CJK JP", "Noto Sans JP", "Noto Sans", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 19pt; line-height: 1.3; margin: 0 0 3mm; }
h2 { font-size: 14pt; line-height: 1.35; margin: 0 0 3mm; padding-bottom: 1mm; border-bottom: 1.2pt solid #000; }
h3 { font-size: 11pt; margin: 5mm 0 1.5mm; }
h2, h3 { break-after: avoid; }
p, ul { margin: 0 0 2.5mm; }
ul { padding-left: 5.5mm; }
li { margin-bottom: 1mm; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; margin: 0 0 3mm; }
th, td { border: 0.6pt solid #767676; padding: 1.1mm 2mm; text-align: left; vertical-align: top; }
th { background: #f0f0f0; font-weight: 600; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.facts th { width: 42mm; }
.small, .small td, .small th { font-size: 8.5pt; line-height: 1.5; }
.mono { font-family: "Noto Sans Mono", "DejaVu Sans Mono", Consolas, Menlo, monospace; font-size: 0.92em; }
.text { white-space: pre-wrap; unicode-bidi: plaintext; border: 0.6pt solid #767676; padding: 2mm 2.5mm; margin: 0 0 3mm; }
.narrow { width: 12mm; }
.who { width: 44mm; }
.time { width: 35mm; }
.turns tr.long { break-inside: auto; }
.said, .quote { white-space: pre-wrap; unicode-bidi: plaintext; }
.marks { width: 78mm; }
.signs { font-size: 9.5pt; line-height: 1.5; }
.faint { color: #333; font-size: 9pt; }
.note { break-after: avoid; }
.digest { font-size: 8.4pt; }
.unseen { font-weight: 600; border: 0.6pt dotted #000; font-size: 0.85em; unicode-bidi: isolate; direction: ltr; }
.message { break-before: page; margin-top: 12mm; }
.estimate { border: 0.6pt dashed #333; padding: 1.5mm 2.5mm; break-inside: avoid; margin-top: 4mm; }
.estimate h3 { margin: 0 0 1mm; }
.estimate p { margin: 0; }
@media print { body { max-width: none; padding: 0 0.4mm; } .message { margin-top: 0; } a { color: inherit; text-decoration: none; } }
`;
