package org.huzhu.roster.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.huzhu.roster.table.RosterRefused.Reason;

/** What a file is, by its bytes. Refuses what can be no table, and says what it is. */
enum FileKind {
    ZIP,
    TEXT;

    private static final int HEAD = 512;
    private static final String AS_XLSX = "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”后重新上传";

    /** By their first bytes, read as ISO 8859-1. */
    private static final Map<String, String> OTHERS = Map.of(
            "%PDF", "PDF 文件",
            "\u0089PNG", "图片",
            "\u00FF\u00D8\u00FF", "图片",
            "GIF8", "图片",
            "Rar!", "压缩包",
            "7z\u00BC\u00AF", "压缩包",
            "\u001F\u008B", "压缩包",
            "{\\rtf", "文字文档");

    static FileKind of(Path file) throws IOException {
        String head = head(file);
        if (head.isEmpty()) {
            throw new RosterRefused(Reason.EMPTY, "", "文件是空的，一个字节也没有", "请检查导出或者上传是否完成，再上传一次");
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return ZIP;
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            throw compound(file);
        }
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (head.startsWith(other.getKey())) {
                throw new RosterRefused(
                        Reason.NOT_A_TABLE, "", "这是" + other.getValue() + "，不是表格", "请上传职工名册的 .xlsx 或 .csv 文件");
            }
        }
        String start = head.replaceFirst("^(\u00EF\u00BB\u00BF)?\\s*", "");
        if (start.startsWith("<")) {
            throw new RosterRefused(Reason.NOT_A_TABLE, "", "这是网页或 XML 文件，只是取了表格的名字", AS_XLSX);
        }
        return TEXT;
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }

    /** The container of the old Office. Its directory names what it holds in UTF-16. */
    private static RosterRefused compound(Path file) throws IOException {
        if (holds(file, "EncryptedPackage")) {
            return new RosterRefused(Reason.ENCRYPTED, "", "工作簿设了打开密码", "请在 Excel 的“文件－信息－保护工作簿”里去掉密码，保存后重新上传");
        }
        if (holds(file, "Workbook") || holds(file, "Book")) {
            return new RosterRefused(Reason.OLD_WORKBOOK, "", "这是旧版的工作簿（.xls 或 .et）", AS_XLSX);
        }
        return new RosterRefused(Reason.NOT_A_TABLE, "", "这是旧版 Office 的文件，里面没有工作簿", AS_XLSX);
    }

    private static boolean holds(Path file, String name) throws IOException {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_16LE);
        byte[] bytes = new byte[1 << 16];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(bytes, 0, bytes.length); read > 0; ) {
                int end = kept + read;
                if (indexOf(bytes, end, wanted) >= 0) {
                    return true;
                }
                kept = Math.min(end, wanted.length - 1);
                System.arraycopy(bytes, end - kept, bytes, 0, kept);
                read = in.read(bytes, kept, bytes.length - kept);
            }
        }
        return false;
    }

    private static int indexOf(byte[] bytes, int end, byte[] wanted) {
        for (int at = 0; at + wanted.length <= end; at++) {
            int same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
