package org.huzhu.access;

import java.util.Optional;

/** How the organisation of an object stands to that of the caller. */
enum Relation {
    /** It is his. */
    OWN,
    /** It lies below his. */
    BELOW,
    /** His lies below it. */
    ABOVE,
    /** Both lie below the same office. */
    SIBLING,
    /** They have no office in common. */
    OTHER,
    /** He acts for no organisation, but for himself. */
    NONE;

    /** The relation of two paths; the empty path is the society as a whole, below which all others lie. */
    static Relation of(Optional<String> caller, String object) {
        return caller.map(own -> of(own, object)).orElse(NONE);
    }

    private static Relation of(String own, String object) {
        if (own.equals(object)) {
            return OWN;
        }
        if (lies(object, own)) {
            return BELOW;
        }
        if (lies(own, object)) {
            return ABOVE;
        }
        return office(own).equals(office(object)) ? SIBLING : OTHER;
    }

    private static boolean lies(String path, String above) {
        return above.isEmpty() || path.startsWith(above + ".");
    }

    private static String office(String path) {
        int end = path.indexOf('.');
        return end < 0 ? path : path.substring(0, end);
    }
}
