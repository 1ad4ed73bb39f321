package org.huzhu.portal.print;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** How wide texts are in the one font of a PDF, where their lines break, and which signs were set. */
final class Lettering {

    /** What stands for a sign that the font lacks, as printers set it (〓). */
    private static final int LACKING = 0x3013;

    /** Digits, letters and what joins them stay together; else a line may break after every sign. */
    private static final Pattern PIECE = Pattern.compile("[\\p{ASCII}&&[^ ]]+ ?|.", Pattern.DOTALL);

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final float unitsPerEm;
    private final SortedMap<Integer, Integer> used = new TreeMap<>();

    Lettering(TrueTypeFont font, CmapLookup glyphs, int unitsPerEm) {
        this.font = font;
        this.glyphs = glyphs;
        this.unitsPerEm = unitsPerEm;
    }

    /** The text as it can be set; its signs are known from then on. */
    String settable(String text) {
        StringBuilder settable = new StringBuilder();
        text.codePoints().filter(sign -> !Character.isISOControl(sign)).forEach(sign -> {
            int set = glyphs.getGlyphId(sign) == 0 ? LACKING : sign;
            used.put(glyphs.getGlyphId(set), set);
            settable.appendCodePoint(set);
        });
        return settable.toString();
    }

    /** Whether a sign was set that the font lacks. */
    boolean lacks() {
        return used.containsValue(LACKING);
    }

    /** The signs that were set, by the numbers of their glyphs. */
    SortedMap<Integer, Integer> used() {
        return used;
    }

    float width(String text, float size) {
        return text.codePoints().map(this::advance).sum() * size / unitsPerEm;
    }

    private int advance(int sign) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(sign));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The lines of a text that are no wider; at least one. */
    List<String> lines(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece :
                PIECE.matcher(text).results().map(MatchResult::group).toList()) {
            if (!line.isEmpty() && width(line + piece.stripTrailing(), size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(piece);
            while (width(line.toString(), size) > width && line.length() > 1) {
                int fits = fitting(line, size, width);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** How much of a piece that is too long for any line fits into one. */
    private int fitting(CharSequence piece, float size, float width) {
        int fits = 1;
        while (fits < piece.length() && width(piece.subSequence(0, fits + 1).toString(), size) <= width) {
            fits++;
        }
        return fits;
    }
}
