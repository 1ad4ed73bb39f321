/** Payments of a demonstration, and how long large ones take. */
@NullMarked
package org.huzhu.operations.payments;

import org.jspecify.annotations.NullMarked;
