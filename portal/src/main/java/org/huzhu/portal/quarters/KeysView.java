package org.huzhu.portal.quarters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.quarters.feeders.Feeder;

/**
 * The access keys of programs, as their page shows them.
 *
 * @param today by which a key is taken or not
 * @param proof the name of the sentence that asks for a new proof; empty where none is wanted
 * @param name that was typed
 * @param until the last day that was typed
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record KeysView(
        List<Feeder> feeders,
        LocalDate today,
        boolean mayMake,
        Optional<String> proof,
        String name,
        String until,
        String trouble) {

    private static final int TAIL = 8;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    public KeysView {
        feeders = List.copyOf(feeders);
    }

    /** The end of the id, as the audit trail shows it. */
    public static String tail(UUID id) {
        String text = id.toString();
        return text.substring(text.length() - TAIL);
    }

    /** The day in China. */
    public static String day(Instant moment) {
        return LocalDate.ofInstant(moment, CHINA).toString();
    }
}
