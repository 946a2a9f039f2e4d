extension Assets {
    /// The one style sheet. Colours hold a contrast of 4.5 to 1 and more (WCAG 2.2, 1.4.3) on both grounds.
    static let style: StaticString = """
        :root { color-scheme: light dark; --ground: #ffffff; --raised: #f4f5f7; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de;
          --link: #0b5cad; --mark: #ffe58a; --markink: #1b1f24; --hit: #c2410c; --other: #0b5cad; --good: #1a6b32; --bad: #a40e26; --warn: #7a4b00;
          --warnground: #fff4dc; --button: #0b5cad; --buttonink: #ffffff; }
        @media (prefers-color-scheme: dark) { :root { --ground: #14171c; --raised: #1e232b; --ink: #e6e9ee; --soft: #a3adba; --line: #3a424e;
          --link: #82b8ff; --mark: #6b5200; --markink: #fff3c9; --good: #7fd89a; --bad: #ff9aa5; --warn: #ffd479; --warnground: #33290f;
          --button: #82b8ff; --buttonink: #0d1117; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
          overflow-wrap: anywhere; }
        a { color: var(--link); text-underline-offset: 2px; }
        a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible,
        [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        main:focus { outline: none; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: .6rem 0; } h2 { font-size: 1.1rem; margin: 1.2rem 0 .4rem; } h3 { font-size: .95rem; margin: .9rem 0 .2rem; }
        .sub { font-weight: 400; color: var(--soft); }
        .skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: var(--ground); padding: 8px; z-index: 2; }
        .top { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 10px 20px; background: var(--raised); border-bottom: 1px solid var(--line); }
        .brand { font-weight: 700; color: var(--ink); text-decoration: none; }
        .search { display: flex; flex: 1 1 420px; gap: 8px; align-items: center; }
        .search label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .search input { flex: 1 1 160px; min-width: 0; }
        .top nav { display: flex; gap: 16px; }
        main { max-width: 1240px; margin: 0 auto; padding: 8px 20px 32px; }
        footer { max-width: 1240px; margin: 0 auto; padding: 8px 20px 24px; color: var(--soft); border-top: 1px solid var(--line); font-size: .9rem; }
        input, select, textarea, button { font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--soft); border-radius: 6px; padding: 6px 10px; min-height: 38px; }
        textarea { width: 100%; font-size: .85rem; }
        button { background: var(--button); color: var(--buttonink); border-color: var(--button); cursor: pointer; white-space: nowrap; }
        button.second { background: var(--ground); color: var(--link); }
        .quiet, .kind, .count { color: var(--soft); } .quiet { font-size: .92rem; }
        .lead { font-size: 1.1rem; } .crumbs { margin: .3rem 0 0; color: var(--soft); font-size: .92rem; }
        .live { background: var(--raised); border-left: 4px solid var(--link); padding: 8px 12px; }
        .notread, .doubt { background: var(--warnground); border-left: 4px solid var(--warn); padding: 8px 14px; border-radius: 4px; }
        .notread h2 { margin-top: .2rem; } .notread ul { margin: .2rem 0; }
        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 16px; margin-top: 16px; }
        .card { border: 1px solid var(--line); border-radius: 8px; padding: 4px 16px 12px; min-width: 0; } .card h2 { margin-top: .6rem; }
        .card ul, .facet ul { list-style: none; padding: 0; margin: 0; } .card li, .facet li { padding: 2px 0; }
        mark { background: var(--mark); color: var(--markink); padding: 0 2px; border-radius: 2px; }
        .quote { margin: .4rem 0 1rem; padding: 8px 14px; border-left: 4px solid var(--line); background: var(--raised); }
        .two { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 28px; align-items: start; }
        .scroller { overflow: auto; max-height: 92vh; border: 1px solid var(--line); background: var(--raised); }
        .sheet { position: relative; width: 100%; background: #ffffff; } .sheet img { display: block; width: 100%; height: auto; }
        .marks { position: absolute; inset: 0; width: 100%; height: 100%; }
        rect.other { fill: #0b5cad; fill-opacity: .07; stroke: #0b5cad; stroke-opacity: .35; stroke-width: .7; }
        a:hover rect.other, a:focus rect.other { fill-opacity: .22; stroke-opacity: 1; }
        rect.hit { fill: #ffd100; fill-opacity: .22; stroke: #c2410c; stroke-width: 1.4; }
        .closeup { display: block; width: 100%; max-height: 46vh; background: #ffffff; border: 1px solid var(--line); margin-bottom: 8px; }
        .tools { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; margin: 8px 0; }
        .facts { margin: .4rem 0; display: grid; grid-template-columns: minmax(90px, 9rem) minmax(0, 1fr); }
        .facts dt, .facts dd { padding: 3px 10px 3px 0; border-bottom: 1px solid var(--line); } .facts dt { color: var(--soft); } .facts dd { margin: 0; }
        code { font-size: .86rem; background: var(--raised); padding: 1px 4px; border-radius: 3px; } .digest { font-size: .72rem; }
        kbd { border: 1px solid var(--soft); border-radius: 4px; padding: 1px 7px; background: var(--raised); }
        .grid, .wide { overflow: auto; } .grid { max-height: 70vh; } table { border-collapse: collapse; font-size: .88rem; }
        caption { text-align: left; color: var(--soft); padding: 4px 0; } th, td { border: 1px solid var(--line); padding: 4px 8px; vertical-align: top; text-align: left; overflow-wrap: normal; }
        th { background: var(--raised); font-weight: 600; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
        tr.row td, tr.row th { background: var(--raised); } th.heading, td.heading { box-shadow: inset 0 0 0 2px var(--other); }
        td.hit, th.hit { background: var(--mark) !important; color: var(--markink); box-shadow: inset 0 0 0 2px var(--hit); } td.hit a { color: var(--markink); }
        .sum { color: var(--good); font-weight: 700; } td.hit .sum { color: inherit; }
        .list { width: 100%; } .chain { padding-left: 1.2rem; }
        .decision { border-left: 4px solid var(--good); padding: 2px 12px; margin: 10px 0; background: var(--raised); } .decision p { margin: 4px 0; }
        .said { white-space: pre-line; margin: 2px 0; } .amount { margin: 0; } .amount a { font-weight: 700; }
        .flag { color: var(--warn); font-weight: 600; } .day { color: var(--soft); }
        .hits { padding-left: 1.4rem; } .hits > li { padding: 8px 0; border-bottom: 1px solid var(--line); } .hits .quiet { margin: 0; }
        .results { display: grid; grid-template-columns: minmax(190px, 250px) minmax(0, 1fr); gap: 28px; align-items: start; }
        .facet a[aria-current] { font-weight: 700; } .facets > details > summary { color: var(--soft); }
        .range { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin-top: 12px; } .range input { width: 10rem; max-width: 100%; display: block; }
        .judge { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: 12px; }
        .judge input:not([type=hidden]) { width: 11rem; }
        .verdict { padding: 10px 14px; background: var(--raised); border-left: 6px solid var(--soft); } .verdict.supported { border-color: var(--good); }
        .verdict.differs { border-color: var(--warn); } .verdict.notFound { border-color: var(--bad); }
        .plot { margin: 8px 0 16px; } .plot svg { width: 100%; min-width: 560px; height: auto; max-height: 300px; display: block; } .plot text { fill: var(--soft); font-size: 11px; }
        .plot figcaption { color: var(--soft); font-size: .85rem; } .axis { stroke: var(--line); stroke-width: 1; }
        .point circle { fill: var(--link); } .point line { stroke: var(--link); stroke-width: 3; stroke-opacity: .45; } .point.states circle, .point.roundsTo circle { fill: var(--hit); }
        .point:hover circle, .point:focus circle { stroke: var(--ink); stroke-width: 2; }
        .outline { list-style: none; padding: 0; } .outline li { padding: 2px 0; } .level2 { margin-left: 1rem; } .level3 { margin-left: 2rem; } .level4 { margin-left: 3rem; }
        .thumbs { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(110px, 1fr)); gap: 12px; }
        .thumbs img { width: 100%; height: auto; border: 1px solid var(--line); background: #ffffff; } .thumbs [aria-current] img { outline: 3px solid var(--link); }
        .text { white-space: pre-wrap; background: var(--raised); padding: 16px; max-height: 80vh; overflow: auto; border: 1px solid var(--line); }
        .crop { max-width: 100%; height: auto; border: 1px solid var(--line); background: #ffffff; }
        @media (max-width: 820px) { .two, .results { grid-template-columns: minmax(0, 1fr); } main, footer, .top { padding-left: 14px; padding-right: 14px; }
          .list, .list tbody, .list tr, .list td { display: block; } .list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .list tr { border: 1px solid var(--line); margin-bottom: 8px; } .list td { border: 0; overflow-wrap: anywhere; } .list td.number { text-align: left; }
          .search { flex-basis: 100%; flex-wrap: wrap; } .search input { flex-basis: 100%; } .facts { grid-template-columns: minmax(80px, 7rem) minmax(0, 1fr); } }
        @media print { .top, .skip, footer, .tools, .facets, .judge { display: none; } .scroller, .grid, .wide, .text { overflow: visible; max-height: none; } .two, .results { display: block; }
          body { font-size: 11pt; } a { color: inherit; } section, .hits > li { break-inside: avoid; } }
        @media (prefers-reduced-motion: no-preference) { a, button { transition: background-color .12s; } }
        """
}
