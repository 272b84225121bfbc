import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, client, ifMatch } from '@/api/client';
import { useMay } from '@/api/session';
import { RowsSkeleton } from '@/ui/list';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { say } from '@/ui/toast';
import { ProductForm, typedProduct } from './products/product-form';

const route = getRouteApi('/signed-in/cooperative/products/$productId');

/** A product in its cooperative's hands. */
export default function ProductPage() {
  const { t } = useTranslation(['cooperative', 'shared']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { productId: id } = route.useParams();
  const params = { path: { id } };
  const query = api.useQuery('get', '/v1/cooperative/products/{id}', { params });
  const mayWrite = useMay('products.write');
  const change = api.useMutation('put', '/v1/cooperative/products/{id}');
  const remove = api.useMutation('delete', '/v1/cooperative/products/{id}');
  const back = { to: '/cooperative/products', label: t('productsTitle') } as const;
  if (!query.data) {
    return (
      <Page title={t('productTitle')} back={back} width="narrow">
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <RowsSkeleton />
        )}
      </Page>
    );
  }
  const product = query.data;
  const listAgain = (): void => {
    void queries.invalidateQueries({ queryKey: ['get', '/v1/cooperative/products'] });
  };
  /** The same product again: what is removed can be brought back. */
  const bringBack = async (): Promise<void> => {
    const { id: _, version: __, ...body } = product;
    await client.POST('/v1/cooperative/products', { body: body });
    listAgain();
  };
  return (
    <Page
      title={product.name}
      back={back}
      width="narrow"
      actions={
        mayWrite && (
          <Button
            variant="default"
            c="var(--action)"
            size="md"
            mih={44}
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(
                { params },
                {
                  onSuccess: () => {
                    listAgain();
                    say(t('productRemoved', { name: product.name }), () => void bringBack());
                    void navigate({ to: '/cooperative/products', replace: true });
                  },
                },
              )
            }
          >
            {t('remove', { ns: 'shared' })}
          </Button>
        )
      }
    >
      {remove.isError && <ProblemNotice error={remove.error} />}
      <ProductForm
        key={product.version}
        name={`product.${id}`}
        initial={typedProduct(product)}
        save={t('productSave')}
        readOnly={!mayWrite}
        pending={change.isPending}
        error={change.error}
        onReload={() => void query.refetch()}
        onSave={(body, forget) =>
          change.mutate(
            { params, body, headers: ifMatch(product.version) },
            {
              onSuccess: (changed) => {
                forget();
                queries.setQueryData(['get', '/v1/cooperative/products/{id}', { params }], changed);
                listAgain();
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
