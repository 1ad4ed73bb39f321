/**
 * What was paid too much and is claimed back (追回): asked of the member, received at once or by instalments, or written
 * off by two people. It never lowers a benefit by itself.
 */
@NullMarked
@NamedInterface("recovery")
package org.huzhu.claims.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
