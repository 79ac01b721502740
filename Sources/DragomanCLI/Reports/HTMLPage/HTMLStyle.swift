/// What every page has alike: its style, and the key to its marks.
enum HTMLStyle {
    static let sheet = """

        :root{--bg:#fff;--fg:#1b1d21;--mute:#646a73;--line:#dfe2e6;--soft:#f5f6f8;--del:#ffdedb;--dl:#b3261e;--ins:#d3f0da;\
        --il:#17723a;--sign:#8a4b00;--bar:#d99a00;--link:#0b57a4}
        @media screen and (prefers-color-scheme:dark){:root{--bg:#16181b;--fg:#e4e6e9;--mute:#9aa1ab;--line:#33373d;\
        --soft:#1f2226;--del:#56211e;--dl:#ff9d95;--ins:#173f26;--il:#7fdc9c;--sign:#f0b45b;--bar:#d99a00;--link:#8fc2ff}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:90rem;padding:1rem 1.5rem 3rem;background:var(--bg);color:var(--fg);\
        font:1rem/1.55 system-ui,"Segoe UI","Helvetica Neue",Arial,"Noto Sans",sans-serif}
        a{color:var(--link)}
        h1{font-size:1.4rem;line-height:1.25;margin:1rem 0 .6rem;overflow-wrap:anywhere}
        nav{margin:1rem 0;columns:20rem auto;overflow-wrap:anywhere}
        nav ol{margin:0;padding-left:2rem}
        nav li{break-inside:avoid}
        .file+.file{border-top:3px solid var(--line);margin-top:3rem;padding-top:1rem}
        .bar{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:baseline;font-size:.85rem;color:var(--mute)}
        .bar details[open]{flex-basis:100%;order:1}
        .bar ul{margin:.4rem 0;padding-left:1.2rem;color:var(--fg)}
        .facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem 1rem;margin:0 0 .8rem;font-size:.9rem}
        dt{color:var(--mute)}
        dd{margin:0;overflow-wrap:anywhere}
        .rules{font-size:.9rem;margin:0 0 1rem;border-collapse:collapse}
        .rules caption{text-align:left;color:var(--mute)}
        .rules th{text-align:left;font-weight:400;padding:.05rem 1rem .05rem 0;overflow-wrap:anywhere}
        .rules td{padding:.05rem 1rem .05rem 0;color:var(--mute)}
        .rules .n{text-align:right;font-variant-numeric:tabular-nums;color:var(--fg)}
        .warning,.error,.note,.hint{font-size:.9rem;margin:.3rem 0;padding-left:.6rem;border-left:4px solid var(--bar)}
        .error{border-color:var(--dl)}
        .row{display:grid;grid-template-columns:9.5rem minmax(0,1fr) minmax(0,1fr);gap:0 1.6rem;padding:.45rem 0;\
        border-top:1px solid var(--line)}
        .row:not([id]):not(.top){border-top:0;padding-top:0}
        .row:has(+.row:not([id])){padding-bottom:0}
        .row:target{background:var(--soft)}
        .top{position:sticky;top:0;z-index:1;background:var(--bg);border:0;border-bottom:1px solid var(--fg);\
        font-size:.8rem;font-weight:600;color:var(--mute)}
        .what{font-size:.8rem;line-height:1.5;border-left:4px solid transparent;padding-left:.6rem;overflow-wrap:anywhere}
        .changed .what{border-color:var(--bar)}
        .layout .what{border-color:var(--line)}
        .what .n{float:right;color:var(--mute);font-variant-numeric:tabular-nums}
        .what summary{cursor:pointer}
        .what b{font-weight:600}
        .what table{border-collapse:collapse;width:100%;margin:.3rem 0;color:var(--mute)}
        .what td,.what th{padding:0;text-align:left;font-weight:400;vertical-align:top}
        .what .w{text-align:right;white-space:nowrap;padding-left:.4rem}
        .what p{margin:0;color:var(--mute)}
        .date span{white-space:nowrap}
        .date{display:block;font-variant-numeric:tabular-nums}
        .unsure{border-bottom:2px dotted var(--bar)}
        .src,.copy{white-space:pre-wrap;overflow-wrap:anywhere;min-width:0}
        .markup .src{white-space:normal}
        .headline .src,.headline .copy{font-size:1.25rem;line-height:1.35;font-weight:600}
        .subhead .src,.subhead .copy,.lead .src,.lead .copy{font-weight:600}
        .quote .copy{border-inline-start:3px solid var(--line);padding-inline-start:.8rem}
        .list .copy{padding-inline-start:1.1rem}
        .list .copy::before{content:"•";margin-inline-start:-.9rem;margin-inline-end:.45rem;color:var(--mute)}
        .cut .src{color:var(--mute);background:var(--soft);padding:0 .4rem;margin:0 -.4rem;text-decoration:line-through;\
        text-decoration-thickness:1px}
        .cut .copy,.cut .what{color:var(--mute);font-size:.8rem}
        .cut .copy{font-style:italic}
        .gap{font-size:.75rem;color:var(--mute);padding-left:10.8rem}
        .gap .src{white-space:pre-wrap;font-family:ui-monospace,monospace;margin:.3rem 0}
        del,ins{text-decoration:none;border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
        del{background:var(--del);border-bottom:2px dashed var(--dl)}
        ins{background:var(--ins);border-bottom:2px solid var(--il)}
        del.m,ins.m{background:var(--soft);border-bottom:1px dotted var(--mute);color:var(--mute);font-size:.85em}
        .at{padding:0 1px}
        del.at{background:var(--dl)}
        ins.at{background:var(--il)}
        .at.m{background:var(--line)}
        i[class]{font-style:normal}
        i.o{position:relative}
        i.o::before{content:attr(data-s);position:absolute;inset-inline-start:50%;transform:translateX(-50%);color:var(--sign)}
        del i.l,ins i.l{unicode-bidi:isolate}
        i.l::before{content:attr(data-s);display:inline-block;unicode-bidi:isolate;padding:0 1px;font-size:.75em;line-height:1;color:var(--sign)}
        i.t{box-shadow:0 0 0 .6px var(--sign)}
        @media screen{.row:not(.top),.gap{content-visibility:auto;contain-intrinsic-size:auto 3rem}}
        body:has(#s-same:not(:checked)) .same,body:has(#s-layout:not(:checked)) .layout,\
        body:has(#s-changed:not(:checked)) .row.changed,body:has(#s-cut:not(:checked)) .row.cut,\
        body:has(#s-gap:not(:checked)) .markup .gap{display:none}
        @media (max-width:48rem){body{padding:.6rem .8rem 2rem}.row{grid-template-columns:minmax(0,1fr);gap:.2rem}.top{display:none}\
        .gap{padding-left:0}.what .n{float:none;margin-right:.5rem}.what details{display:inline-block;vertical-align:top}\
        .date{display:inline-block;margin-left:.6rem}.same .src,.layout .src,.cut .copy{display:none}\
        .changed .src::before{content:"source"}\
        .changed .copy::before{content:"copy"}.changed .src::before,.changed .copy::before{font-size:.7rem;font-weight:400;\
        color:var(--mute);display:block;margin:0}}
        @media print{body{max-width:none;padding:0;font-size:9.5pt}.bar,.gap{display:none}.top{position:static}\
        .row{grid-template-columns:7rem minmax(0,1fr) minmax(0,1fr);gap:0 1rem;break-inside:avoid}\
        del,ins{print-color-adjust:exact;-webkit-print-color-adjust:exact}a{color:inherit;text-decoration:none}\
        .file+.file{break-before:page}}

        """

    /// What the page's marks mean, and which rows are shown.
    static let key = """
        <header class="bar">
        <details><summary>How to read this page</summary>
        <ul>
        <li>Left the source as it was decoded, right the clean copy, block by block; the figure is the line of the source.</li>
        <li><del>Red, dashed</del>: changed or taken out. <ins>Green, underlined</ins>: what stands there now. A thin line: nothing \
        stands there on this side. <del class="m">Grey, dotted</del>: markup, blanks and line ends only. The rule's name is in the tip \
        of each, and in the list of changes.</li>
        <li>Struck through on grey: left out, with the reason beside it. Open a block's name to see the rules and weights that decided.</li>
        <li>Characters that are not seen: <i class="l" data-s="°"></i> no-break space, <i class="l" data-s="→"></i> tab, \
        <i class="l" data-s="¬"></i> soft hyphen, <i class="l" data-s="↵"></i> line end, a thin upright line for joiners and direction \
        marks; others by their abbreviation. The tip names each. They are not copied along with the text.</li>
        </ul></details>
        <label><input type="checkbox" id="s-changed" checked="checked"/> changed</label>
        <label><input type="checkbox" id="s-layout" checked="checked"/> markup and blanks only</label>
        <label><input type="checkbox" id="s-same" checked="checked"/> unchanged</label>
        <label><input type="checkbox" id="s-cut" checked="checked"/> left out</label>
        <label><input type="checkbox" id="s-gap"/> tags between blocks</label>
        </header>

        """
}
