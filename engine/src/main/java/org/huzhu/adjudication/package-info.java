/** The judge: what a clause gives. */
@NullMarked
package org.huzhu.adjudication;

import org.jspecify.annotations.NullMarked;
