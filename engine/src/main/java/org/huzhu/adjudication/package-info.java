/**
 * The judge: what a clause gives.
 *
 * <p>{@link org.huzhu.adjudication.Adjudicator#determine} takes the plans and the facts of one member and answers with
 * a {@link org.huzhu.adjudication.Determination}: lines with clause, amount and working, and for what is not paid the
 * clause that says so. Nothing here knows a clock, a file or a framework; the same facts always give the same answer,
 * in whatever order they are handed in. The working is typed, and worded by
 * {@link org.huzhu.adjudication.ChineseWording}.
 */
@NullMarked
package org.huzhu.adjudication;

import org.jspecify.annotations.NullMarked;
