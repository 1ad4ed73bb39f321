package org.huzhu.documents.photo;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BiFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures written as JPEG, never through a file. */
final class Jpeg {

    private static final float QUALITY = 0.85f;

    private Jpeg() {}

    static byte[] of(BufferedImage picture) {
        return written((_, _) -> new IIOImage(picture, null, null));
    }

    /** Of light and two colours, a byte each. */
    static byte[] of(Raster raster) {
        // A raster does not say what its bytes mean; what is written of coloured pictures says that they are these.
        ImageTypeSpecifier coloured = ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR);
        return written((writer, how) -> new IIOImage(raster, null, writer.getDefaultImageMetadata(coloured, how)));
    }

    private static byte[] written(BiFunction<ImageWriter, ImageWriteParam, IIOImage> what) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, what.apply(writer, how), how);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not refuse to be written to", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
