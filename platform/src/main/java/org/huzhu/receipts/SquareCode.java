package org.huzhu.receipts;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The square code of a receipt, by which it is looked up: words between commas, of which this says the order.
 *
 * <p>{@code 01,<kind>,<code>,<number>,<check>,<day>,<total>}, where the first says the edition of the code.
 */
final class SquareCode {

    private static final String EDITION = "01";
    private static final List<Label> ORDER =
            List.of(Label.KIND, Label.CODE, Label.NUMBER, Label.CHECK, Label.ISSUED, Label.TOTAL);
    private static final Map<DecodeHintType, Object> HARD = Map.of(DecodeHintType.TRY_HARDER, true);

    private SquareCode() {}

    static Optional<MedicalReceipt> read(byte[] picture) {
        // Never through a file: what stands on a receipt is on no disk in the clear.
        try {
            BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(picture)));
            return image == null ? Optional.empty() : read(image);
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    static Optional<MedicalReceipt> read(BufferedImage picture) {
        try {
            return words(picture).flatMap(SquareCode::receipt);
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> words(BufferedImage image) {
        BinaryBitmap blackOrWhite = new BinaryBitmap(new BlackOrWhite(light(image)));
        try {
            return Optional.of(new QRCodeReader().decode(blackOrWhite, HARD).getText());
        } catch (NotFoundException _) {
            return Optional.empty();
        } catch (ReaderException _) {
            return Optional.empty();
        }
    }

    private static LuminanceSource light(BufferedImage image) {
        int wide = image.getWidth();
        int high = image.getHeight();
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            byte[] light = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            return new PlanarYUVLuminanceSource(light, wide, high, 0, 0, wide, high, false);
        }
        return new RGBLuminanceSource(wide, high, image.getRGB(0, 0, wide, high, null, 0, wide));
    }

    static Optional<MedicalReceipt> receipt(String words) {
        String[] parts = words.split(",", -1);
        if (parts.length <= ORDER.size() || !parts[0].equals(EDITION)) {
            return Optional.empty();
        }
        Map<Label, String> values = new EnumMap<>(Label.class);
        for (int i = 0; i < ORDER.size(); i++) {
            if (!parts[i + 1].isBlank()) {
                values.put(ORDER.get(i), parts[i + 1]);
            }
        }
        return Label.receipt(values);
    }
}
