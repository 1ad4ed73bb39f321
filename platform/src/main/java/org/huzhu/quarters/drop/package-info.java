/**
 * Files that others leave in a folder of this machine (投递目录): a manifest beside them makes them count.
 *
 * <ul>
 *   <li>Nothing is touched before the manifest is there and does not change any more, and all files that it names are
 *       there as it says.
 *   <li>A delivery ends in {@code done/} or in {@code refused/}, with a {@code result.txt} that says what became of it.
 *   <li>Which of the two it is, is decided by one renaming; whoever is killed before does all of it again, and whoever
 *       is killed after it moves the rest.
 * </ul>
 */
@NullMarked
@NamedInterface("drop")
package org.huzhu.quarters.drop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
