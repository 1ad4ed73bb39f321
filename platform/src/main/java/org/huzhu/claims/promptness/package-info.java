/**
 * Whether claims are paid in the ten working days that are promised (时效): how long they took, how old is what is open,
 * and who is told of what is due.
 */
@NullMarked
@NamedInterface("promptness")
package org.huzhu.claims.promptness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
