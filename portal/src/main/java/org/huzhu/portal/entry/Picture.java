package org.huzhu.portal.entry;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A picture for a camera to scan: an authenticator's, or a phone's that looks for the page of a form on paper.
 *
 * @param size of a side, in modules
 * @param path of the dark modules, as SVG draws it
 */
public record Picture(int size, String path) {

    private static final int QUIET = 4;

    /** The text as a QR code. */
    public static Picture of(String text) {
        QrCode code = QrCode.encodeText(text, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new Picture(code.size + 2 * QUIET, path.toString());
    }
}
