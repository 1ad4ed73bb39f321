/** Photos made safe to be kept and looked at. */
@NullMarked
package org.huzhu.documents.photo;

import org.jspecify.annotations.NullMarked;
