<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="share_patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="economy" index="0" name="Economy" />
  <alias field="clusters" index="1" name="Clusters" />
  <alias field="clusters_top" index="2" name="Clusters in the top" />
  <alias field="clusters_beyond" index="3" name="Clusters beyond the top" />
  <alias field="cross_border" index="4" name="Clusters shared with others" />
  <alias field="leading_cluster" index="5" name="Leading cluster" />
  <alias field="leading_rank" index="6" name="Rank of the leading cluster" />
  <alias field="share_patents" index="7" name="Share of patent applications, %" />
  <alias field="share_publications" index="8" name="Share of publications, %" />
  <alias field="share_deals" index="9" name="Share of venture capital deals, %" />
  <alias field="previous_clusters" index="10" name="Clusters last year" />
  <alias field="previous_clusters_top" index="11" name="Clusters in the top last year" />
  <alias field="clusters_change" index="12" name="Change of clusters" />
  <alias field="clusters_top_change" index="13" name="Change of clusters in the top" />
  <alias field="previous_leading_cluster" index="14" name="Leading cluster last year" />
  <alias field="previous_leading_rank" index="15" name="Rank of the leading cluster last year" />
  <alias field="leading_rank_change" index="16" name="Change of the leading rank" />
 </aliases>
</qgis>
