package org.huzhu.crypto;

import java.time.Duration;
import java.util.List;

/** Changes keys while the society runs. */
public interface KeyRotation {

    /** After so long every process on the same database seals with a new key. */
    Duration SPREADS_IN = Duration.ofSeconds(10);

    /** Makes a new key for the field: it seals what is new, the old one still opens what it sealed. */
    void rotate(Field field);

    /**
     * Seals again with the newest key whatever an older one of the field had sealed, a thousand rows to a transaction.
     * Where it was broken off it can be done again.
     *
     * @return how many values were sealed again
     */
    long reseal(Field field);

    /**
     * Puts a new master key in the operator's file and wraps all data keys with it; the old one is kept beside it, for
     * copies that were made before. Values stay as they are sealed.
     */
    void changeMaster();

    /** The first rows of the field whose sealed value does not open; none where all is well. */
    List<String> unreadable(Field field);
}
