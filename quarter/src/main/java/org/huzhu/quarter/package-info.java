/**
 * The quarter of secondary reimbursement (二次报销): the medical-insurance feed and the register in, the payment list out.
 *
 * <p>{@link org.huzhu.quarter.Settlement} is the front door. Files are read in blocks by a few workers into columns of
 * primitives ({@code org.huzhu.quarter.table}, and a part for each kind of file), put together in the order of the
 * input, judged person by person, and written aside before they take their name. The same files in the same order give
 * the same bytes, however many workers there are. No clock and no framework; the formats are described in
 * {@code docs/settle.md}.
 */
@NullMarked
package org.huzhu.quarter;

import org.jspecify.annotations.NullMarked;
