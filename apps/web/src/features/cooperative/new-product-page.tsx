import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { Page } from '@/ui/page';
import { say } from '@/ui/toast';
import { emptyProduct, ProductForm } from './products/product-form';

/** A new product. */
export default function NewProductPage() {
  const { t } = useTranslation('cooperative');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = api.useMutation('post', '/v1/cooperative/products');
  // Most sell in the money that they are paid in.
  const organisation = api.useQuery('get', '/v1/account/organisation');
  return (
    <Page
      title={t('productAdd')}
      back={{ to: '/cooperative/products', label: t('productsTitle') }}
      width="narrow"
    >
      <ProductForm
        name="product.new"
        initial={{ ...emptyProduct, currency: organisation.data?.currency ?? emptyProduct.currency }}
        save={t('productSave')}
        pending={create.isPending}
        error={create.error}
        onSave={(body, forget) =>
          create.mutate(
            { body },
            {
              onSuccess: () => {
                forget();
                void queries.invalidateQueries({ queryKey: ['get', '/v1/cooperative/products'] });
                say(t('productSaved'));
                void navigate({ to: '/cooperative/products', replace: true });
              },
            },
          )
        }
      />
    </Page>
  );
}
