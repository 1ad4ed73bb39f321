/** What rooms hear of entries that are joined: for those that keep whose something is. */
@NullMarked
@NamedInterface("merges")
package org.huzhu.members.merges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
