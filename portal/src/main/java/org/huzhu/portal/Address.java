package org.huzhu.portal;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of our own pages that come from a browser, which may have been given others. */
public final class Address {

    private static final Pattern OWN = Pattern.compile("/([A-Za-z0-9_-][A-Za-z0-9/_-]*)?");

    private Address() {}

    /** The address, where it is that of a page of ours; else the other. */
    public static String ownOr(String address, String other) {
        return Optional.of(address).filter(text -> OWN.matcher(text).matches()).orElse(other);
    }
}
