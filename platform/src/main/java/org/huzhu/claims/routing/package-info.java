/**
 * Whom a claim goes to, as data: which tiers look at what is brought in which way, from which sum on two approve, and
 * what the machine may approve; each from a day on, for an office and all below it.
 */
@NullMarked
@NamedInterface("routing")
package org.huzhu.claims.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
