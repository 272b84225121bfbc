import { OrderDocument } from './order-document/order-document.entity.js';
import { PurchaseOrderCertificate } from './purchase-order/purchase-order-certificate.entity.js';
import { PurchaseOrderLine } from './purchase-order/purchase-order-line.entity.js';
import { PurchaseOrder } from './purchase-order/purchase-order.entity.js';

/** The tables of this context, as TypeORM knows them. */
export const orderingEntities = [PurchaseOrder, PurchaseOrderLine, PurchaseOrderCertificate, OrderDocument];
