/**
 * Files for banks and back: ISO 20022, and what banks have of their own, described in YAML. Knows nothing of batches
 * and payables; a reference goes out and comes back.
 */
@NullMarked
@NamedInterface("bank")
package org.huzhu.payments.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
