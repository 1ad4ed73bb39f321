/** What rooms must agree on with banks, with those who are paid and with those who are told. */
@NullMarked
package org.huzhu.operations.agreements;

import org.jspecify.annotations.NullMarked;
