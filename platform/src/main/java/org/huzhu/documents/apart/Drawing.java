package org.huzhu.documents.apart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pages as pictures. */
final class Drawing {

    private Drawing() {}

    static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpeg", bytes)) {
            throw new IOException("No JPEG of a picture of type " + picture.getType());
        }
        return bytes.toByteArray();
    }
}
