// Names in Chinese lines that say who wrote or edited: "作者：…", "本报记者 …", "（责任编辑：…）". Pure.

const NAME = '\\p{Script=Han}[\\p{Script=Han}·]{1,7}';
const AUTHOR = new RegExp(`(?:作者|撰文|文字|记者|記者|撰稿)\\s*[:：/／]\\s*(${NAME}(?:[\\s、,，]+${NAME})*)`, 'u');
const SHORT_NAME = '\\p{Script=Han}{2,4}(?=[\\s、]|$|[）)发發报])';
const REPORTER = new RegExp(`(?:记者|記者|通讯员)\\s*(${SHORT_NAME}(?:[\\s、]+${SHORT_NAME})*)`, 'u');
const EDITOR = new RegExp(`(?:编辑|編輯)\\s*[:：]\\s*(${NAME})`, 'u');

/** The commonest family names; together they cover nearly everyone (Ministry of Public Security, name report of 2020). */
const FAMILY_NAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严戴莫孔汤葛';

const MAX_LINE = 80;

/** The names a line states, and whether they are only the editor's; `undefined` when it states none. */
export function readChineseByline(
  line: string,
): { readonly names: readonly string[]; readonly isEditor: boolean } | undefined {
  if (line.length > MAX_LINE) return undefined;
  const written = AUTHOR.exec(line)?.[1] ?? REPORTER.exec(line)?.[1];
  if (written !== undefined) return { names: splitNames(written), isEditor: false };
  const edited = EDITOR.exec(line)?.[1];
  return edited === undefined ? undefined : { names: splitNames(edited), isEditor: true };
}

/** Tells whether a line is a Chinese person's name and nothing else. */
export function isChineseName(line: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(line) && FAMILY_NAMES.includes(line[0] ?? ' ');
}

function splitNames(text: string): string[] {
  // A place or what was done follows the names: "… 山东报道".
  return text
    .split(/[\s、,，]+/)
    .filter((name) => name.length >= 2 && name.length <= 8 && !/(?:报道|报導|时间|日期|来源)$/.test(name))
    .filter((name, index) => index === 0 || FAMILY_NAMES.includes(name[0] ?? ' '));
}
