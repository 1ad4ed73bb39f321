package org.huzhu.roster.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huzhu.roster.table.RosterRefused.Reason;

/**
 * How a text is written: UTF-16 where its first two bytes say so; UTF-8 if all of it is; else GB18030. All of it is
 * looked at, no sample.
 */
record TextEncoding(Charset charset, int mark) {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final int BUFFER = 1 << 15;
    private static final int LONGEST_SIGN = 4;

    static TextEncoding of(Path file) throws IOException {
        TextEncoding marked = marked(file);
        long size = Files.size(file);
        Looked looked = marked.look(file);
        if (looked.wrongAt < 0) {
            return marked;
        }
        boolean endsWithinSign = size - looked.wrongAt < LONGEST_SIGN && looked.beyondAscii;
        if (marked.mark > 0 || endsWithinSign) {
            throw Guard.damaged("第 " + looked.line + " 行", "文件在一个字的中间断了，或者有写坏的字");
        }
        TextEncoding chinese = new TextEncoding(CHINESE, 0);
        Looked again = chinese.look(file);
        if (again.wrongAt < 0) {
            return chinese;
        }
        throw new RosterRefused(
                Reason.UNKNOWN_ENCODING,
                "第 " + Math.max(looked.line, again.line) + " 行",
                "文字的编码认不出来，不是 UTF-8、GB18030，也不是带标记的 UTF-16",
                "请用 Excel 或 WPS 打开它，另存为 .xlsx 后重新上传");
    }

    private static TextEncoding marked(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(3);
            int first = head.length < 2 ? 0 : ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
            if (first == 0xFFFE) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 2);
            }
            if (first == 0xFEFF) {
                return new TextEncoding(StandardCharsets.UTF_16BE, 2);
            }
            boolean hasMark = first == 0xEFBB && head.length == 3 && (head[2] & 0xFF) == 0xBF;
            return new TextEncoding(StandardCharsets.UTF_8, hasMark ? 3 : 0);
        }
    }

    /** The text, its mark left out. */
    Reader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(mark);
        return new InputStreamReader(in, strict());
    }

    private CharsetDecoder strict() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private Looked look(Path file) throws IOException {
        Looked looked = new Looked();
        CharsetDecoder decoder = strict();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer signs = CharBuffer.allocate(BUFFER);
        long before = mark;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            boolean isLast = false;
            while (!isLast) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                isLast = read < 0;
                bytes.limit(bytes.position() + Math.max(read, 0)).rewind();
                CoderResult result = decoder.decode(bytes, signs.clear(), isLast);
                looked.at(signs.flip());
                if (result.isError()) {
                    looked.wrongAt = before + bytes.position();
                    return looked;
                }
                before += bytes.position();
                bytes.compact();
            }
        }
        return looked;
    }

    /** What was seen in the text so far. */
    private static final class Looked {
        private long wrongAt = -1;
        private int line = 1;
        private boolean beyondAscii;

        void at(CharBuffer signs) {
            while (signs.hasRemaining()) {
                char sign = signs.get();
                if (sign == '\n') {
                    line++;
                } else if (sign < ' ' && sign != '\t' && sign != '\r' && sign != '\u001A') {
                    throw new RosterRefused(
                            Reason.NOT_A_TABLE,
                            "第 " + line + " 行",
                            "有文本里不会有的字节，这不是文本，也不是工作簿",
                            "请上传职工名册的 .xlsx 或 .csv 文件");
                }
                beyondAscii |= sign > '~';
            }
        }
    }
}
