package org.huzhu.roster.table;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.huzhu.roster.table.RosterRefused.Reason;

/** Makes a refusal of whatever goes wrong while bytes from outside are read. */
final class Guard {

    private static final String DAMAGED = "文件不完整，或者内容已损坏";
    private static final String SAVE_AGAIN = "请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新上传";

    private Guard() {}

    /** Something that reads. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException, XMLStreamException;
    }

    static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (RosterRefused refused) {
            throw refused;
        } catch (EOFException | ZipException | CharacterCodingException | XMLStreamException e) {
            throw new RosterRefused(Reason.DAMAGED, "", DAMAGED, SAVE_AGAIN, e);
        } catch (IOException e) {
            throw new RosterRefused(Reason.UNREADABLE, "", "文件读不出来", "请重新上传；仍不行时请联系管理员", e);
        } catch (RuntimeException e) { // what the readers of zip and XML have not thought of
            throw new RosterRefused(Reason.DAMAGED, "", DAMAGED, SAVE_AGAIN, e);
        }
    }

    static RosterRefused damaged(String place, String what) {
        return new RosterRefused(Reason.DAMAGED, place, what, SAVE_AGAIN);
    }
}
