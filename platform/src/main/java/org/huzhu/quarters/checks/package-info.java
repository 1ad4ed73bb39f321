/** Lists that street unions check before a quarter is confirmed (二次报销核查), and what each place was paid. */
@NullMarked
@NamedInterface("checks")
package org.huzhu.quarters.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
