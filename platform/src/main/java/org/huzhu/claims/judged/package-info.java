/**
 * What a claim comes to: the facts that are known of it, judged under all plans beside what was decided before, and
 * worded for people to read.
 */
@NullMarked
@NamedInterface("judged")
package org.huzhu.claims.judged;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
