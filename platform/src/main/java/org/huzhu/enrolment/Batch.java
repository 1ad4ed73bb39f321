package org.huzhu.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One filing of a unit: a roster under one plan or several.
 *
 * @param number what people call it
 * @param unit whose people they are
 * @param path that of the unit
 * @param startsOn the first day of the cover, if the money is there before it
 * @param hours of the first and the last day of its cover; empty where whole days are meant
 * @param units of cover that each takes who does not say otherwise
 * @param turn the path of the organisation whose turn it is; empty unless it is reviewed
 * @param renews whether its people are those whose cover ends, by the register
 * @param parts files that were brought: the roster, and corrections of it; of people of the register none need be
 * @param madeBy the account that brought it
 * @param said what the handler should know: of the file, or why it stands as it does; in Chinese
 */
public record Batch(
        UUID id,
        String number,
        UUID unit,
        String path,
        Channel channel,
        LocalDate startsOn,
        Optional<Order.Hours> hours,
        int units,
        List<Pinned> plans,
        State state,
        Optional<String> turn,
        boolean renews,
        int parts,
        String madeBy,
        Instant madeAt,
        List<String> said) {

    public Batch {
        plans = List.copyOf(plans);
        said = List.copyOf(said);
    }

    /** A plan of a batch, with the version that its covers are pinned to. */
    public record Pinned(String plan, String version, Optional<String> tier) {}

    /** Where a batch stands. Names are stored: never rename one. */
    public enum State {
        /** Its file is being read. */
        READING,
        /** Its file cannot be read, or its columns are not known. */
        UNREADABLE,
        /** It can be looked at, corrected, filed. */
        LOOKED,
        /** The handler has confirmed it; it is somebody's turn to review it. */
        FILED,
        /** A reviewer gave it back. */
        RETURNED,
        /** Agreed; it waits for the contribution. */
        CONFIRMED,
        /** Paid: its cover is in force from its first day on. */
        STARTED,
        /** All of it was taken back. */
        TAKEN_BACK,
        /** It was given up before it was filed. */
        DROPPED
    }

    /** By what way an enrolment comes. Names are stored: never rename one. */
    public enum Channel {
        /** Through point, street and agency, each of which reviews it. */
        AGENCY,
        /** 直投: by the unit itself; the tiers above see it and do not review. */
        DIRECT,
        /** 赠送: for a roster of people, whom a sponsor pays for. */
        GIFT,
        /** 本人: by the member. */
        OWN
    }
}
