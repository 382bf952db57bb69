// Command checklog checks logs of Lianxi's record with nothing but Go's own packages for signed notes and transparency logs.
//
//	LOG_KEY=name+id+key [WITNESS_KEYS="..." QUORUM=2] checklog DIRECTORY [CHECKPOINT-SEEN-BEFORE...]
//	checklog -batch    jobs as JSON lines on standard input, an answer for each on standard output
//
// A job: {"dir","key","witnesses":["..."],"quorum":1,"seen":["note",...],"prove":[[index,size],...],"grow":[[from,to],...]}.
// An answer: {"lie":"..."} (empty when the log is whole), with the proofs that were asked for, in base64.
package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

type job struct {
	Dir       string     `json:"dir"`
	Key       string     `json:"key"`
	Witnesses []string   `json:"witnesses"`
	Quorum    int        `json:"quorum"`
	Seen      []string   `json:"seen"`
	Prove     [][2]int64 `json:"prove"`
	Grow      [][2]int64 `json:"grow"`
}

type answer struct {
	Lie    string     `json:"lie"`
	Size   int64      `json:"size"`
	Proofs [][]string `json:"proofs,omitempty"`
	Growth [][]string `json:"growth,omitempty"`
}

// tilePath is c2sp.org/tlog-tiles' path of a tile: Go's own without the height.
func tilePath(t tlog.Tile) string {
	p := strings.TrimPrefix(t.Path(), "tile/8/")
	if strings.HasPrefix(p, "data/") {
		p = "entries/" + strings.TrimPrefix(p, "data/")
	}
	return "tile/" + p
}

func readTile(dir string, t tlog.Tile) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(dir, tilePath(t)))
	if errors.Is(err, os.ErrNotExist) && t.W < 1<<height {
		full := t
		full.W = 1 << height
		data, err = os.ReadFile(filepath.Join(dir, tilePath(full)))
		if err == nil && t.L >= 0 {
			if len(data) < t.W*tlog.HashSize {
				return nil, fmt.Errorf("%s is too short", tilePath(full))
			}
			return data[:t.W*tlog.HashSize], nil
		}
	}
	if err == nil && t.L >= 0 && len(data) != t.W*tlog.HashSize {
		return nil, fmt.Errorf("%s has %d bytes", tilePath(t), len(data))
	}
	return data, err
}

// tiles reads tiles from a directory; what it gives is verified against the tree by tlog.TileHashReader.
type tiles struct{ dir string }

func (r tiles) Height() int { return height }
func (r tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range wanted {
		data, err := readTile(r.dir, t)
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}
func (r tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// cosigner verifies c2sp.org/tlog-cosignature lines (type 4), which Go's package does not know by itself.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	text := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(c.key, []byte(text), sig[8:])
}

func newCosigner(vkey string) (note.Verifier, error) {
	part := strings.SplitN(vkey, "+", 3)
	if len(part) != 3 {
		return nil, errors.New("no key of a witness")
	}
	key, err := base64.StdEncoding.DecodeString(part[2])
	hash, err2 := strconv.ParseUint(part[1], 16, 32)
	sum := sha256.Sum256(append([]byte(part[0]+"\n"), key...))
	if err != nil || err2 != nil || len(key) != 33 || key[0] != 4 || binary.BigEndian.Uint32(sum[:]) != uint32(hash) {
		return nil, errors.New("no key of a witness")
	}
	return cosigner{part[0], uint32(hash), key[1:]}, nil
}

func openTree(text []byte, log note.Verifier, others []note.Verifier) (tlog.Tree, *note.Note, error) {
	n, err := note.Open(text, note.VerifierList(append([]note.Verifier{log}, others...)...))
	if err != nil {
		return tlog.Tree{}, nil, err
	}
	signed := false
	for _, s := range n.Sigs {
		signed = signed || (s.Name == log.Name() && s.Hash == log.KeyHash())
	}
	if !signed {
		return tlog.Tree{}, nil, errors.New("the log has not signed this")
	}
	lines := strings.SplitN(n.Text, "\n", 4)
	if len(lines) < 4 || lines[0] != log.Name() {
		return tlog.Tree{}, nil, errors.New("another log's checkpoint")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, nil, errors.New("no size")
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, n, err
}

func treeHash(n int64, r tlog.HashReader) (tlog.Hash, error) {
	if n == 0 {
		return sha256.Sum256(nil), nil
	}
	return tlog.TreeHash(n, r)
}

// check reads the whole log: every entry, every tile, the checkpoint, the witnesses, and what was seen before.
func check(j job) (answer, error) {
	log, err := note.NewVerifier(j.Key)
	if err != nil {
		return answer{}, err
	}
	var witnesses []note.Verifier
	for _, w := range j.Witnesses {
		v, err := newCosigner(w)
		if err != nil {
			return answer{}, err
		}
		witnesses = append(witnesses, v)
	}
	text, err := os.ReadFile(filepath.Join(j.Dir, "checkpoint"))
	if err != nil {
		return answer{}, err
	}
	tree, n, err := openTree(text, log, witnesses)
	if err != nil {
		return answer{}, err
	}
	cosigned := map[uint32]bool{}
	for _, s := range n.Sigs {
		if s.Hash != log.KeyHash() {
			cosigned[s.Hash] = true
		}
	}
	if len(cosigned) < j.Quorum {
		return answer{}, fmt.Errorf("%d witnesses have cosigned, %d are needed", len(cosigned), j.Quorum)
	}
	reader := tlog.TileHashReader(tree, tiles{j.Dir})
	if root, err := treeHash(tree.N, reader); err != nil || root != tree.Hash {
		return answer{}, fmt.Errorf("the tiles do not have the signed root: %v", err)
	}
	if err := checkEntries(j.Dir, tree.N, reader); err != nil {
		return answer{}, err
	}
	if err := checkTiles(j.Dir, tree.N, reader); err != nil {
		return answer{}, err
	}
	for _, seen := range j.Seen {
		before, _, err := openTree([]byte(seen), log, nil)
		if err != nil {
			return answer{}, err
		}
		if before.N > tree.N {
			return answer{}, fmt.Errorf("the log ends at %d, it was seen with %d", tree.N, before.N)
		}
		if root, err := treeHash(before.N, reader); err != nil || root != before.Hash {
			return answer{}, fmt.Errorf("the first %d entries are not those that were seen", before.N)
		}
	}
	return prove(j, tree, reader)
}

func checkEntries(dir string, size int64, reader tlog.HashReader) error {
	for index := int64(0); index<<height < size; index++ {
		width := size - index<<height
		if width > 1<<height {
			width = 1 << height
		}
		data, err := readTile(dir, tlog.Tile{H: height, L: -1, N: index, W: int(width)})
		if err != nil {
			return err
		}
		var indexes []int64
		var hashes []tlog.Hash
		for int64(len(hashes)) < width {
			if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
				return fmt.Errorf("bundle %d ends early", index)
			}
			end := 2 + int(binary.BigEndian.Uint16(data))
			indexes = append(indexes, tlog.StoredHashIndex(0, index<<height+int64(len(hashes))))
			hashes = append(hashes, tlog.RecordHash(data[2:end]))
			data = data[end:]
		}
		if len(data) != 0 && width < 1<<height {
			if _, err := os.Stat(filepath.Join(dir, tilePath(tlog.Tile{H: height, L: -1, N: index, W: int(width)}))); err == nil {
				return fmt.Errorf("bundle %d holds too much", index)
			}
		} else if len(data) != 0 {
			return fmt.Errorf("bundle %d holds too much", index)
		}
		signed, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i := range hashes {
			if hashes[i] != signed[i] {
				return fmt.Errorf("entry %d is not the one that was recorded", index<<height+int64(i))
			}
		}
	}
	return nil
}

// checkTiles asks for a hash out of every tile: TileHashReader verifies each tile it reads against the root.
func checkTiles(dir string, size int64, reader tlog.HashReader) error {
	for _, t := range tlog.NewTiles(height, 0, size) {
		count := size >> (height * uint(t.L))
		isLast := t.W == 1<<height || t.N<<height+int64(t.W) == count
		if !isLast {
			continue
		}
		data, err := readTile(dir, t)
		if err != nil {
			return err
		}
		var indexes []int64
		for i := 0; i < t.W; i++ {
			indexes = append(indexes, tlog.StoredHashIndex(t.L*height, t.N<<height+int64(i)))
		}
		hashes, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i, h := range hashes {
			if !bytes.Equal(h[:], data[i*tlog.HashSize:(i+1)*tlog.HashSize]) {
				return fmt.Errorf("%s does not hold the hashes of what lies below it", tilePath(t))
			}
		}
	}
	return nil
}

func prove(j job, tree tlog.Tree, reader tlog.HashReader) (answer, error) {
	out := answer{Size: tree.N}
	for _, p := range j.Prove {
		proof, err := tlog.ProveRecord(p[1], p[0], reader)
		if err != nil {
			return answer{}, err
		}
		out.Proofs = append(out.Proofs, texts(proof))
	}
	for _, g := range j.Grow {
		proof, err := tlog.ProveTree(g[1], g[0], reader)
		if err != nil {
			return answer{}, err
		}
		out.Growth = append(out.Growth, texts(proof))
	}
	return out, nil
}

func texts(hashes []tlog.Hash) []string {
	all := []string{}
	for _, h := range hashes {
		all = append(all, h.String())
	}
	return all
}

func safely(j job) (out answer) {
	defer func() {
		if r := recover(); r != nil {
			out = answer{Lie: fmt.Sprint(r)}
		}
	}()
	out, err := check(j)
	if err != nil {
		return answer{Lie: err.Error()}
	}
	return out
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: LOG_KEY=name+id+key [WITNESS_KEYS=... QUORUM=n] checklog DIRECTORY [SEEN...] | checklog -batch")
		os.Exit(2)
	}
	if os.Args[1] != "-batch" {
		j := job{Dir: os.Args[1], Key: os.Getenv("LOG_KEY"), Witnesses: strings.Fields(os.Getenv("WITNESS_KEYS"))}
		j.Quorum = len(j.Witnesses)
		if q, err := strconv.Atoi(os.Getenv("QUORUM")); err == nil {
			j.Quorum = q
		}
		for _, path := range os.Args[2:] {
			text, err := os.ReadFile(path)
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(2)
			}
			j.Seen = append(j.Seen, string(text))
		}
		if out := safely(j); out.Lie != "" {
			fmt.Println("LIE:", out.Lie)
			os.Exit(1)
		} else {
			fmt.Printf("whole: %d entries\n", out.Size)
		}
		return
	}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<26)
	out := json.NewEncoder(os.Stdout)
	for in.Scan() {
		var j job
		if err := json.Unmarshal(in.Bytes(), &j); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		_ = out.Encode(safely(j))
	}
}
