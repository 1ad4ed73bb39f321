/** What medical receipts that were brought say of a claim, beside what was told. */
@NullMarked
@NamedInterface("receipt")
package org.huzhu.claims.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
