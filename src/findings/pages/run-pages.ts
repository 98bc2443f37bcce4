import { type Example, type Pages, rubric as rubricFile, run } from "./page.ts";

const rubric = rubricFile(`
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
  outcomes:
    - { name: 命名, when: { score: total, at-least: 85 } }
    - { name: 不予命名, otherwise: yes }
`);
const csv = "单位,材料审核\n东街社区,95\n";
const files = { "rubric.yaml": rubric, "data.csv": csv };
const scored = (options: string, more: Example["files"] = {}): Example =>
  run(`score rubric.yaml ${options}`, { ...files, ...more });

/** The command line, files and folders, what is written. */
export const runPages = {
  "file-missing": {
    severity: "error",
    title: { zh: "没有这个文件", en: "there is no such file" },
    why: {
      zh: "少读一个文件，里面的单位就都成了没有报送。所以先停下，不算一半。",
      en: "With a file missing its units would seem to have sent nothing. So nothing is scored by halves.",
    },
    mend: {
      zh: "核对文件名和扩展名，以及现在在哪个文件夹；也可以把文件拖进终端窗口，让它自己写出路径。",
      en: "Check the name, its extension and the folder you are in. Most terminals write the path of a file you drag into them.",
    },
    bad: scored("date.csv"),
    good: scored("data.csv"),
  },
  "file-from-input": {
    severity: "error",
    title: { zh: "这个文件不能从标准输入读", en: "not from standard input" },
    why: {
      zh: "测评体系、登记表等要有文件名：问题标在文件里，体系里沿用的文件也从它所在的文件夹找。",
      en: "Rubrics, registers and the like need a name: findings stand in it, and what a rubric extends is looked for beside it.",
    },
    mend: {
      zh: "先存成文件，再写文件名；标准输入（-）只给报送数据用。",
      en: "Save it as a file and name that; standard input (-) is for submissions alone.",
    },
    bad: run("check -", files),
    good: run("check rubric.yaml", files),
  },
  "file-unreadable": {
    severity: "error",
    title: { zh: "文件读不了", en: "a file that cannot be read" },
    why: {
      zh: "文件在，但是打不开：没有权限，或正被别的程序占用。",
      en: "The file is there but does not open: it may not be read, or another program holds it.",
    },
    mend: {
      zh: "关闭正在打开它的 Excel 或 WPS；没有权限的，找管理员，或复制到自己的文件夹。",
      en: "Close Excel or WPS if it is open there; ask for permission, or copy it to a folder of yours.",
    },
    bad: scored("locked.csv", {
      "locked.csv": {
        shown: { zh: "没有读取权限的文件", en: "a file that may not be read" },
        fault: "EACCES",
      },
    }),
    good: scored("data.csv"),
  },
  "file-is-folder": {
    severity: "error",
    title: { zh: "这里要文件，给的是文件夹", en: "a folder where a file is needed" },
    why: {
      zh: "测评体系、登记表、事项文件只能各是一个文件，文件夹里不知道用哪个。",
      en: "A rubric, a register and events are one file each; of a folder it is unclear which file is meant.",
    },
    mend: {
      zh: "写到文件为止，如 体系/rubric.yaml。报送数据可以是文件夹。",
      en: "Name the file inside, as in rules/rubric.yaml. Only data may be given as a folder.",
    },
    bad: run("score rules data.csv", { "rules/rubric.yaml": rubric, "data.csv": csv }),
    good: run("score rules/rubric.yaml data.csv", { "rules/rubric.yaml": rubric, "data.csv": csv }),
  },
  "folder-empty": {
    severity: "error",
    title: { zh: "文件夹是空的", en: "an empty folder" },
    why: {
      zh: "没有数据可算。多半是写错了文件夹，或文件还没有放进去。",
      en: "There are no data in it. Perhaps it is another folder, or the files are not there yet.",
    },
    mend: {
      zh: "把报送的 CSV 文件放进去，或改写文件夹的名字。",
      en: "Put the CSV files into it, or name the right folder.",
    },
    bad: run("score rubric.yaml data", { "rubric.yaml": rubric, "data/": "" }),
    good: run("score rubric.yaml data", { "rubric.yaml": rubric, "data/east.csv": csv }),
  },
  "folder-without-csv": {
    severity: "error",
    title: { zh: "文件夹里没有 CSV 文件", en: "a folder without CSV files" },
    why: {
      zh: "只读 CSV。Excel 文件要先另存，里面的数才算得进来。",
      en: "Only CSV is read. Excel files must be saved as CSV before they count.",
    },
    mend: {
      zh: "在 Excel 或 WPS 里逐个“另存为”CSV UTF-8（逗号分隔）。",
      en: 'Open each in Excel or WPS and choose "Save as" and "CSV UTF-8 (comma delimited)".',
    },
    bad: run("score rubric.yaml data", { "rubric.yaml": rubric, "data/readme.txt": "待报送\n" }),
    good: run("score rubric.yaml data", { "rubric.yaml": rubric, "data/east.csv": csv }),
  },
  "folder-passed-over": {
    severity: "warning",
    title: { zh: "文件夹里有没有读的表格", en: "tables in a folder that were not read" },
    why: {
      zh: "有的单位交的是 Excel，没有读进来，它们就成了没有报送。",
      en: "Some units sent Excel files, which were not read: they seem to have sent nothing.",
    },
    mend: {
      zh: "需要的另存为 CSV UTF-8 放在一起；已经另存过的，把原来的 Excel 移到别处。",
      en: "Save those that are needed as CSV UTF-8, and move the Excel files elsewhere.",
    },
    bad: run("score rubric.yaml data", {
      "rubric.yaml": rubric,
      "data/east.csv": csv,
      "data/west.xlsx": { shown: { zh: "Excel 工作簿", en: "an Excel workbook" }, content: () => "PK" },
    }),
    good: run("score rubric.yaml data", {
      "rubric.yaml": rubric,
      "data/east.csv": csv,
      "data/west.csv": "单位,材料审核\n西街社区,90\n",
    }),
  },
  "folder-without-rubrics": {
    severity: "error",
    title: { zh: "文件夹里没有测评体系", en: "a folder without rubrics" },
    why: {
      zh: "一个体系也没有检查到，没有提示不等于没有问题。",
      en: "No rubric was checked: that nothing is found would mean nothing.",
    },
    mend: {
      zh: "核对文件夹。测评体系是 .yaml 或 .yml 文件。",
      en: "Check the folder. Rubrics are files that end in .yaml or .yml.",
    },
    bad: run("check data", { "data/east.csv": csv }),
    good: run("check rules", { "rules/city.yaml": rubric }),
  },
  "rubrics-passed-over": {
    severity: "error",
    title: { zh: "只有别的文件，没有测评体系", en: "only other files, no rubric" },
    why: {
      zh: "一个体系也没有检查到，没有提示不等于没有问题。",
      en: "No rubric was checked: that nothing is found would mean nothing.",
    },
    mend: {
      zh: "写出测评体系的文件名；*.cases.yaml 是它的测试用例，不是体系本身。",
      en: "Name the rubric itself; *.cases.yaml holds its test cases.",
    },
    bad: run("check rules", { "rules/city.cases.yaml": "cases: []\n" }),
    good: run("check rules", { "rules/city.yaml": rubric }),
  },
  "data-one-rubric": {
    severity: "error",
    title: { zh: "数据只能按一个体系检查", en: "data are checked against one rubric" },
    why: {
      zh: "列名和分值各体系不同，一份数据放在几个体系下检查，说不清错在哪个。",
      en: "Headings and points differ from rubric to rubric, and it would be unclear which of them a finding is about.",
    },
    mend: {
      zh: "每个体系运行一次。",
      en: "Run it once for each rubric.",
    },
    bad: run("check city.yaml town.yaml --data data.csv", {
      "city.yaml": rubric,
      "town.yaml": rubric,
      "data.csv": csv,
    }),
    good: run("check city.yaml --data data.csv", { "city.yaml": rubric, "data.csv": csv }),
  },
  "data-missing": {
    severity: "error",
    title: { zh: "给了登记表，没给数据", en: "a register without data" },
    why: {
      zh: "登记表、事项文件和基准日要和数据一起看，只给它们，什么也检查不了。",
      en: "A register, events and a reference date are looked at together with data: alone they check nothing.",
    },
    mend: {
      zh: "加上 --data 和报送的 CSV 文件或文件夹。",
      en: "Add --data with the CSV files or the folder that were handed in.",
    },
    bad: run("check rubric.yaml --units units.csv", {
      "rubric.yaml": rubric,
      "units.csv": "单位\n东街社区\n",
    }),
    good: run("check rubric.yaml --data data.csv --units units.csv", {
      ...files,
      "units.csv": "单位\n东街社区\n",
    }),
  },
  "nothing-matched": {
    severity: "error",
    title: { zh: "没有符合的文件", en: "no file matches" },
    why: {
      zh: "通配符一个文件也没有对上，没有数据可算。",
      en: "The pattern fits no file, so there are no data.",
    },
    mend: {
      zh: "核对文件夹和扩展名。* 代表任意文字，如 报送/*.csv。",
      en: "Check the folder and the extension. * stands for any text, as in data/*.csv.",
    },
    bad: scored("*.xlsx"),
    good: scored("*.csv"),
  },
  "output-is-input": {
    severity: "error",
    title: { zh: "输出会覆盖输入", en: "an output that would replace an input" },
    why: {
      zh: "结果写到报送数据的文件上，原始数据就没有了，再也核对不了。",
      en: "The results would take the place of the data, which could then never be checked again.",
    },
    mend: {
      zh: "给 -o 换一个文件名。",
      en: "Give -o another name.",
    },
    bad: scored("data.csv -o data.csv"),
    good: scored("data.csv -o result.csv"),
  },
  "output-twice": {
    severity: "error",
    title: { zh: "两个输出写到同一个文件", en: "two outputs to one file" },
    why: {
      zh: "后写的会盖掉先写的，只剩一份。",
      en: "The second would take the place of the first.",
    },
    mend: {
      zh: "各写一个文件名。",
      en: "Give each a name of its own.",
    },
    bad: scored("data.csv -o csv:result.txt -o markdown:result.txt"),
    good: scored("data.csv -o result.csv -o result.md"),
  },
  "output-path-missing": {
    severity: "error",
    title: { zh: "没写输出文件的名字", en: "an output without a path" },
    why: {
      zh: "只写了格式，不知道写到哪里。",
      en: "It names a format, but not where to write.",
    },
    mend: {
      zh: "在冒号后面写文件名，如 csv:result.csv。",
      en: "Write the path behind the colon, as in csv:result.csv.",
    },
    bad: scored("data.csv -o csv:"),
    good: scored("data.csv -o csv:result.csv"),
  },
  "output-format": {
    severity: "error",
    title: { zh: "看不出输出要什么格式", en: "an output in an unknown format" },
    why: {
      zh: "扩展名对不上任何一种格式。猜错了，交上去的文件可能打不开。",
      en: "The extension is that of no format. A wrong guess could make a file that does not open.",
    },
    mend: {
      zh: "用提示里的扩展名，或写成 格式:文件名。要 Word、PDF 的，先出 Markdown 再转。",
      en: "Use an extension that the hint names, or write format:path.",
    },
    bad: scored("data.csv -o result.pdf"),
    good: scored("data.csv -o result.md"),
  },
  "output-unwritable": {
    severity: "error",
    title: { zh: "写不了输出文件", en: "an output that cannot be written" },
    why: {
      zh: "几个输出要么全写出，要么都不写，免得新旧混在一起。",
      en: "Outputs are written all or not at all, so that old and new never stand side by side.",
    },
    mend: {
      zh: "先建好文件夹；关闭正用 Excel 打开的同名文件；换一个有写入权限的地方。",
      en: "Make the folder first, close the file if Excel has it open, or write to a place where you may.",
    },
    bad: scored("data.csv -o out/result.csv"),
    good: scored("data.csv -o out/result.csv", { "out/": "" }),
  },
  "unit-not-found": {
    severity: "error",
    title: { zh: "没有这个单位", en: "there is no such unit" },
    why: {
      zh: "要说明的单位不在数据和登记表里，无从说起。",
      en: "Neither the data nor the register has the unit that should be explained.",
    },
    mend: {
      zh: "照提示改；名称带空格的，用引号括起来；也可以写代码。",
      en: "Write the name as the hint suggests, in quotes where it has spaces; a code will do, too.",
    },
    bad: run("explain rubric.yaml data.csv --unit 东街社曲", files),
    good: run("explain rubric.yaml data.csv --unit 东街社区", files),
  },
  "outcome-unknown": {
    severity: "error",
    title: { zh: "体系里没有这个结果", en: "an outcome that the rubric does not have" },
    why: {
      zh: "--fail-on 后面的结果写错了，就永远不会触发，该提醒的时候不提醒。",
      en: "With a wrong name after --fail-on the run could never fail, though it should.",
    },
    mend: {
      zh: "照提示写体系的 outcomes 里有的名字。",
      en: "Write a name from the outcomes of the rubric.",
    },
    bad: scored("data.csv --fail-on 不予命令"),
    good: scored("data.csv --fail-on 不予命名"),
  },
  "file-exists": {
    severity: "error",
    title: { zh: "已有这个文件，不会覆盖", en: "a file is there already" },
    why: {
      zh: "新建和空表从不覆盖文件，免得填好的表被空表盖掉。",
      en: "New folders and empty forms never replace a file: it could be a form that is filled in.",
    },
    mend: {
      zh: "换一个文件夹，或先把原来的移走。",
      en: "Choose another folder, or move what is there away first.",
    },
    bad: run("init --template city", { "rubric.yaml": rubric, "rubrics/city.yaml": rubric }),
    good: run("init 2022 --template city", { "rubric.yaml": rubric, "rubrics/city.yaml": rubric }),
  },
  "template-missing": {
    severity: "error",
    title: { zh: "没说用哪个样板", en: "no template is named" },
    why: {
      zh: "新的测评要从一个现成的体系改起。",
      en: "A new assessment starts from a rubric that exists.",
    },
    mend: {
      zh: "从列出的样板里挑一个最接近的，加上 --template 和它的名字。",
      en: "Choose the one of those listed that is nearest, and add --template with its name.",
    },
    bad: run("init 2022", { "rubrics/city.yaml": rubric }),
    good: run("init 2022 --template city", { "rubrics/city.yaml": rubric }),
  },
  "template-unknown": {
    severity: "error",
    title: { zh: "没有这个样板", en: "there is no such template" },
    why: {
      zh: "名字写错了，不知道从哪个体系改起。",
      en: "The name is that of no rubric to start from.",
    },
    mend: {
      zh: "照提示写；不带 --template 运行一次，会列出全部样板。",
      en: "Write it as the hint says; without --template all of them are listed.",
    },
    bad: run("init 2022 --template citty", { "rubrics/city.yaml": rubric }),
    good: run("init 2022 --template city", { "rubrics/city.yaml": rubric }),
  },
  "code-unknown": {
    severity: "error",
    title: { zh: "没有这个代码", en: "there is no such code" },
    why: {
      zh: "写错的代码对不上任何一种问题：看不到说明；写在体系的设置和注释里，也不起作用。",
      en: "A code that is misspelt is that of no finding: it has no page, and in a setting or a comment of a rubric it does nothing.",
    },
    mend: {
      zh: "照抄问题末尾方括号里的代码；ceping explain --list 列出全部。",
      en: "Copy the code from the brackets at the end of a finding; ceping explain --list lists them all.",
    },
    bad: run("explain poinst-sum", {}),
    good: run("explain --list", {}),
  },
} satisfies Partial<Pages>;
