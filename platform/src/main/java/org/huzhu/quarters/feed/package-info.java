/** Feeds of insurance offices that have columns of their own, written anew as the settlement reads them. */
@NullMarked
@NamedInterface("feed")
package org.huzhu.quarters.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
