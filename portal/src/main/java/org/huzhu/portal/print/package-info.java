/**
 * Forms on paper: of a batch its form and its roster, of a bill the notice and the receipt, of cover the certificate,
 * of a claim the approval. Each is one {@link org.huzhu.portal.print.Printout}, shown as a page and written as PDF from
 * the same words.
 */
@NullMarked
package org.huzhu.portal.print;

import org.jspecify.annotations.NullMarked;
