/** Proofs over the whole of the portal: who may do what, and that nothing else stands in between. */
@NullMarked
package org.huzhu.portal.proofs;

import org.jspecify.annotations.NullMarked;
