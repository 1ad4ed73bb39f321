/**
 * The language of plans: what a clause is.
 *
 * <p>A {@link org.huzhu.plan.Plan} is one version of one plan, as data: who may enrol, what waits, what each clause
 * promises, which caps bind and how clauses bear on each other. The {@link org.huzhu.plan.Dictionary} names diseases so
 * that "paid before" survives a new list. A {@link org.huzhu.plan.Library} holds all plans of all offices. Nothing here
 * computes a benefit; that is {@code org.huzhu.adjudication}.
 */
@NullMarked
package org.huzhu.plan;

import org.jspecify.annotations.NullMarked;
