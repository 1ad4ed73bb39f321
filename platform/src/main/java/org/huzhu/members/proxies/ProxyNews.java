package org.huzhu.members.proxies;

import java.util.UUID;

/** What became of a grant, told within the transaction in which it does; whoever tells members listens. */
public sealed interface ProxyNews {

    UUID grant();

    UUID member();

    /** That of the organisation where the member stands. */
    String path();

    /** What whoever acts is called, masked. */
    String name();

    /** He accepted, and acts from now on. */
    record Accepted(UUID grant, UUID member, String path, String name) implements ProxyNews {}

    /** He gave it back. */
    record GivenBack(UUID grant, UUID member, String path, String name) implements ProxyNews {}
}
