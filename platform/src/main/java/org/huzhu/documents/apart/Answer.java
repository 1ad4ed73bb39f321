package org.huzhu.documents.apart;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the process says of a file.
 *
 * @param refused the reason why it is refused; blank where it is not
 * @param count how many pages it has
 * @param text what it says as a receipt, as lines; blank where it is none
 * @param pages those that were asked for, as JPEG
 */
public record Answer(String refused, int count, String text, List<byte[]> pages) {

    static Answer refused(String reason) {
        return new Answer(reason, 0, "", List.of());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(refused);
        out.writeInt(count);
        out.writeUTF(text);
        out.writeInt(pages.size());
        for (byte[] page : pages) {
            out.writeInt(page.length);
            out.write(page);
        }
        out.flush();
    }

    /** Reads what {@link #write} wrote. */
    public static Answer read(DataInputStream in) throws IOException {
        String refused = in.readUTF();
        int count = in.readInt();
        String text = in.readUTF();
        List<byte[]> pages = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int length = in.readInt();
            byte[] page = in.readNBytes(length);
            if (page.length < length) {
                throw new IOException("The answer breaks off");
            }
            pages.add(page);
        }
        return new Answer(refused, count, text, pages);
    }
}
