import { wholeCase, type Manifest } from '@lianxi/checker';

export const sm2KeyName = 'keys/sm2.pem';

/** The page that tells how to check a package with nothing but `sha256sum`, `openssl` and a shell; a test runs every command of it. */
export function howToCheck(
  { export: id, rows, log, filter, erased, dossier }: Pick<Manifest, 'export' | 'rows' | 'log' | 'filter' | 'erased' | 'dossier'>,
  hasSm2 = false,
): string {
  return `联席 Lianxi · 审计导出包 Export of the record
${id}

不得外传无权知悉者。包内各文件的清单及其 SHA-256 见 manifest.json，其签名见 manifest.note。
rows.jsonl 为准；rows.csv 和 rows.xlsx 供阅读，内容与之一致。
${erasedInWords(erased)}

核对方法（无须我方软件；需 bash、sha256sum、openssl 3）
HOW TO CHECK THIS PACKAGE WITHOUT ANY SOFTWARE OF OURS (bash, sha256sum and openssl 3)

Unpack it into an empty folder and run, in that folder, what stands behind the dollar signs.

1  Every file is the one that was listed. 每个文件均与清单一致。

$ sha256sum --check --quiet SHA256SUMS

2  The list was signed with the log's key. 清单由记录日志的密钥签名。
   Compare keys/log.pem with the key that the audit office publishes: a key out of the package alone proves nothing about whose it is.
   请将 keys/log.pem 与审计机关公布的公钥核对。

$ signed() { sed -n '/^$/q;p' "$1"; }
$ signature() { sed -n '/^$/,$p' "$1" | sed -n 's/^— [^ ]* //p' | head -n 1 | base64 -d | tail -c +5; }
$ signed manifest.note > /tmp/lianxi-text && signature manifest.note > /tmp/lianxi-signature
$ openssl pkeyutl -verify -pubin -inkey keys/log.pem -rawin -in /tmp/lianxi-text -sigfile /tmp/lianxi-signature
$ test "$(sed -n 3p manifest.note)" = "$(sha256sum < manifest.json | cut -d ' ' -f 1)" && echo "manifest.json is the signed one"

3  The checkpoint of the log was signed with the same key. 日志检查点由同一密钥签名。
   Its three lines are the log's name, how many entries it has (${log.size}), and the hash over all of them. Further signatures are those of witnesses.

$ signed checkpoint > /tmp/lianxi-text && signature checkpoint > /tmp/lianxi-signature
$ openssl pkeyutl -verify -pubin -inkey keys/log.pem -rawin -in /tmp/lianxi-text -sigfile /tmp/lianxi-signature

${hasSm2 ? secondSignature : ''}${rows === 0 ? noRows : rowsAndTiles}${
    wholeCase(filter) === undefined
      ? ''
      : `
6  The case is whole: versions 1, 2, 3 … are each there once. 该事项各版本齐全。

$ grep -F '"case_id":"${filter.caseId}"' rows.jsonl | sed -n 's/.*"version":\\([0-9][0-9]*\\)},"service".*/\\1/p' | sort -nu | awk '$1 != NR { bad = 1 } END { if (bad) exit 1; print "versions 1 to " NR " are there" }'
`
  }${
    dossier === undefined
      ? ''
      : `
7  The papers are those that were put on the case. 卷内材料与记录一致。
   register.jsonl lists them in archive order; the hash of each stands in the act that put it on the case.

$ sed -n 's/.*"file":"\\([^"]*\\)".*"sha256":"\\([0-9a-f]*\\)".*/\\2  \\1/p' register.jsonl | while read -r hash file; do test "$(sha256sum < "$file" | cut -d ' ' -f 1)" = "$hash" && grep -q -F "$hash" rows.jsonl || exit 1; done && echo "the papers are those on record"

   A text of texts.jsonl is shown by its commitment: SHA-256 over its salt and its value in RFC 8785 form, which the act names.
`
  }
All of this, for every row (${rows}) and with every tile, is what our checker does: npm run --silent audit:verify -- PACKAGE --key FILE,
or the page check.html in a browser without a network.
`;
}

/** What was erased is said first: nobody need search for texts that are gone. */
function erasedInWords({ rows, certificates }: NonNullable<Manifest['erased']> = { rows: 0, certificates: 0 }): string {
  if (rows === 0) return '各行所涉文字、姓名均未销毁。 Of no row were texts or names erased.';
  return `其中 ${rows} 行所涉文字、姓名已依法销毁，行本身完整；销毁证书 ${certificates} 份见 certificates.jsonl，可按第 4 步核对。
Of ${rows} rows the texts and names were erased by law; the rows are whole. The ${certificates} certificates are in certificates.jsonl: check them as in step 4, with that file in place of rows.jsonl.`;
}

/** Nothing leads from no row to the log: steps that look for one would fail, and say that something is wrong where nothing is. */
const noRows = `4  No row of the record was what was asked for: there is none to check. 没有符合条件的记录，无行可核对。
`;

const rowsAndTiles = `4  A row is an entry of that log (RFC 6962). 每一行均为日志中的一条记录。
   A line of rows.jsonl is {"index":PLACE,"leaf":ENTRY}. The hash of an entry is SHA-256 over a zero byte and the entry. It stands in the file
   tile/0/…, which has 32 bytes for each of 256 entries. Here for the first line; put another number for 1.
   任取一行，计算其哈希并与瓦片文件中的 32 字节比较。

$ line="$(sed -n 1p rows.jsonl)"; place="$(printf '%s' "$line" | sed 's/^{"index":\\([0-9]*\\),.*/\\1/')"; entry="\${line#*,\\"leaf\\":}"
$ hash="$({ printf '\\0'; printf '%s' "\${entry%\\}}"; } | sha256sum | cut -d ' ' -f 1)"
$ name() { local n=$1 path; path="$(printf '%03d' $((n % 1000)))"; n=$((n / 1000)); while [ $n -gt 0 ]; do path="x$(printf '%03d' $((n % 1000)))/$path"; n=$((n / 1000)); done; echo "$path"; }
$ tile="$(ls -d "tile/0/$(name $((place / 256)))" "tile/0/$(name $((place / 256))).p/"* 2> /dev/null | head -n 1)"
$ stored="$(tail -c +$((place % 256 * 32 + 1)) "$tile" | head -c 32 | od -An -v -tx1 | tr -d ' \\n')"
$ test "$hash" = "$stored" && echo "row 1 is entry $place of the log, in $tile"

5  The tiles give the hash that was signed. 由瓦片可算出检查点所签的总哈希。
   A node is SHA-256 over a byte 1 and its two halves. The hash over a full tile stands in the tile above it; the tiles that are not full
   give the hash in the checkpoint. Here for the tiles at the edge of the log (a hash at a time: it takes some seconds).

$ bytes() { printf "$(printf '%s' "$1" | sed 's/../\\\\x&/g')"; }
$ node() { { printf '\\001'; bytes "$1"; bytes "$2"; } | sha256sum | cut -d ' ' -f 1; }
$ perfect() { local h=("$@") n i; while [ \${#h[@]} -gt 1 ]; do n=(); for ((i = 0; i < \${#h[@]}; i += 2)); do n+=("$(node "\${h[i]}" "\${h[i+1]}")"); done; h=("\${n[@]}"); done; echo "\${h[0]}"; }
$ right=""; size=$(sed -n 2p checkpoint); level=0
$ while [ $size -gt 0 ]; do width=$((size % 256)); if [ $width -gt 0 ]; then h=($(od -An -v -tx1 -w32 "tile/$level/$(name $((size / 256))).p/$width" | tr -d ' ')); parts=(); start=0; for ((w = 128; w > 0; w /= 2)); do if [ $((width - start)) -ge $w ]; then parts+=("$(perfect "\${h[@]:start:w}")"); start=$((start + w)); fi; done; for ((i = \${#parts[@]} - 1; i >= 0; i--)); do if [ -z "$right" ]; then right="\${parts[i]}"; else right="$(node "\${parts[i]}" "$right")"; fi; done; fi; size=$((size / 256)); level=$((level + 1)); done
$ test "$(bytes "$right" | base64)" = "$(sed -n 3p checkpoint)" && echo "the tiles give the signed hash of the log"
`;

/** Its line is the second one under the log's own name. Node cannot set a signer's identity, so it is the empty one. */
const secondSignature = `   It bears a second signature of the log, by SM2 over SM3 with an empty identity (openssl must know SM2). 第二签名为国密 SM2。

$ sed -n '/^$/,$p' checkpoint | sed -n "s|^— $(head -n 1 checkpoint) ||p" | sed -n 2p | base64 -d | tail -c +5 > /tmp/lianxi-signature
$ openssl dgst -sm3 -sigopt distid: -verify ${sm2KeyName} -signature /tmp/lianxi-signature /tmp/lianxi-text

`;
