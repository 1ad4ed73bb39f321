package org.huzhu.portal.member;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.huzhu.notices.Told;

/**
 * A notice as it is read.
 *
 * @param at the minute, for people
 * @param link where it leads; empty where nowhere
 * @param isNew whether he sees it for the first time
 */
public record ToldLine(String at, String text, String link, boolean isNew) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** The notice, with its moment as clocks in the zone show it. */
    public static ToldLine of(Told told, ZoneId zone) {
        return new ToldLine(
                MINUTE.format(told.at().atZone(zone)), told.text(), told.link().orElse(""), !told.isRead());
    }
}
